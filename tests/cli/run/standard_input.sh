printf 'import random\nrandom.seed(1)\nprint(random.random())\n' | sameseed run -
