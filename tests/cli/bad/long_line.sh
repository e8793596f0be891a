# A line of 10 MB: run where it is right, refused where it is not.
cd "$SCRATCH"
python3 -c 'print("x = [" + "0," * 5000000 + "1]"); print("print(len(x))")' > a.py
python3 -c 'print("x = \"" + "a" * 10000000 + "\""); print("print(len(x))")' > b.py
python3 -c 'print("x" * 10000000)' > c.py
python3 -c 'print("1 + " * 2500000 + "$")' > d.py
python3 -c 'print("print(1)"); print("(" * 10000000)' > e.py
python3 -c 'print("x = " + "-" * 10000000 + "1")' > f.py
python3 -c 'print("x = 1; " * 1500000 + "print(x)")' > g.py
for file in a b c d e f g; do
    sameseed run $file.py 2> err
    echo "$file: exit $?, $(wc -l < err) line"
    test "$(wc -c < err)" -lt 1200 || echo a message without end
done
