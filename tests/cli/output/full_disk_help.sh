for words in --help --version help 'help np.random.rand' 'run --help'; do
    # shellcheck disable=SC2086
    sameseed $words > /dev/full 2> "$SCRATCH/err"
    echo "$? $(cat "$SCRATCH/err")"
done
