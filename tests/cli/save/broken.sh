# What others wrote is not trusted: an error with the byte, status 2.
cd "$SCRATCH" || exit
printf '\223NUMPY\1\0v\0{"descr": "<f8", }' > cut.npy
printf '\223NUMPY\4\0v\0' > version.npy
printf '' > empty.npy
printf 'PK\3\4 no archive' > a.npz
printf '\2\0\0\0\0\0\0\0{}x' > a.safetensors
printf '\377\377\377\377\377\0\0\0{}' > large.safetensors
for file in cut.npy version.npy empty.npy a.npz; do
    sameseed -c "np.load('$file')" 2>&1
    echo "$?"
done
for file in a.safetensors large.safetensors; do
    sameseed -c "from safetensors.torch import load_file
load_file('$file')" 2>&1
    echo "$?"
done
