# Files that cannot be written or read: status 3, path and reason.
cd "$SCRATCH" || exit
mkdir folder.npy
for code in "np.load('none.npy')" "np.save('none/a', 1)" \
    "np.save('folder', 1)" "np.load('folder.npy')" \
    "np.array([1]).tofile('/dev/full')" "np.load('/dev/null')" \
    "np.savez('', 1); print(1)" "torch.save(torch.ones(1), 'folder.npy')"; do
    sameseed -c "$code" 2>&1
    echo "$?"
done
# The script is wrong: status 2.
for code in "torch.save({'a': torch.ones(1)}, 'a.pt')" \
    "torch.save([1], 'a.pkl')" "torch.load('a.pt')" "np.save(1, 2)" \
    "np.load('.npz')" "np.save('a\\0', 1)" "np.save('a', [None])"; do
    sameseed -c "$code" 2>&1
    echo "$?"
done
ls -A
