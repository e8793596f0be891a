# What the language has not is refused before anything runs, by its name.
while IFS= read -r code; do
    sameseed -c "print('ran')
$code" 2>&1
    echo "  exit $?"
done <<'END'
while True: pass
class C: pass
import pandas
import numpy.linalg2
from numpy.random import no_such
async def f(): pass
global x
del x
yield 1
raise ValueError
x = = 1
x = (1
x = 'open
x = 1 2
 indented = 1
x = $
undefined
END
