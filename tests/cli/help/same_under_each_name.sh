for name in np.random.rand numpy.random.rand; do
    sameseed help $name > "$SCRATCH/$name" || exit 1
done
tail -n +2 "$SCRATCH/np.random.rand" > "$SCRATCH/a"
tail -n +2 "$SCRATCH/numpy.random.rand" > "$SCRATCH/b"
cmp "$SCRATCH/a" "$SCRATCH/b"
