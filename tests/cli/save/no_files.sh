# --no-files, before or after the command: files are neither written nor read.
cd "$SCRATCH" || exit
echo 'import numpy as np; print(1); np.save("a", 1)' > a.py
for words in "--no-files run a.py" "run --no-files a.py" "run a.py --no-files"
do
    # shellcheck disable=SC2086
    sameseed $words 2>&1
    echo "$?"
done
sameseed --no-files -c 'np.load("a.py")' 2>&1
sameseed --no-files -c 'np.random.seed(23); np.random.rand(1)'
ls
