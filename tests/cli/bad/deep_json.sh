cd "$SCRATCH"
python3 -c 'print("[" * 100000)' > deep.ipynb
sameseed run deep.ipynb
