# 64 MiB are read, and no more.
cd "$SCRATCH"
truncate -s 67108865 large.py
truncate -s 67108865 large.ipynb
for file in large.py large.ipynb; do
    sameseed run $file 2>&1
    echo "  exit $?"
done
