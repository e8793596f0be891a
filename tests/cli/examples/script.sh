# What differs at each run is left out.
sameseed run ../../../examples/random_seeding.py | grep -v '^unseeded'
