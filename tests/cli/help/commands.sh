for command in run -c help; do
    sameseed $command --help
    echo ---
done
sameseed help run > "$SCRATCH/a"
sameseed run -h > "$SCRATCH/b"
cmp "$SCRATCH/a" "$SCRATCH/b"
