# Brackets nested 10,000 deep: one line with a place, nothing printed.
cd "$SCRATCH"
for bracket in '( )' '[ ]' '{ }' 'f( )' '[0 ][0]' '(1+ )' '-( )' '"%s"%( )'; do
    python3 - "$bracket" > n.py <<'END'
import sys
a, b = sys.argv[1].split(" ")
print("print('ran')\nx = " + a * 10000 + "1" + b * 10000)
END
    sameseed run n.py 2> err
    echo "$bracket: exit $?, $(wc -l < err) line, $(cut -d: -f1-2 err)"
done
python3 -c 'print("print(1)"); print("".join(" " * i + "for i in x:\n" for i in range(10000)))' > n.py
sameseed run n.py 2> err
echo "blocks: exit $?, $(wc -l < err) line"
