# A file appears whole or not at all; what was there before stays.
cd "$SCRATCH" || exit
sameseed -c "np.save('a', np.arange(3)); print(np.load('a.npy'))"
sum=$(cksum a.npy)
# The error comes after the first rows were formatted.
sameseed -c "np.savetxt('a.npy', np.array([[1, 2], [3, 4]]), fmt='%d %c')" 2>&1
sameseed -c "torch.save({'w': torch.ones(2), 'x': 1}, 'a.npy')" 2>&1
test "$sum" = "$(cksum a.npy)" && echo same
ls -A
# Rights and links stay.
chmod 640 a.npy; ln -s a.npy link.npy
sameseed -c "np.save('link', np.arange(5))"
sameseed -c "print(np.load('a.npy'), np.load('link.npy'))"
test -L link.npy && stat -c %a a.npy
ls -A
