"""Makes nbinom.json: pip install scipy mpmath; python nbinom.py > nbinom.json. SciPy is held against 50 digits of mpmath."""
import json
import random

import mpmath
from scipy.stats import nbinom

mpmath.mp.dps = 50
random.seed(20261127)
rows = []
while len(rows) < 200:
    shape = random.choice([0.5, random.randint(0, 600) + 0.5, random.uniform(0.1, 50)])
    growth = 10 ** random.uniform(-3, -0.05)
    mean = shape * growth / (1 - growth)
    k = max(1, int(mean + random.uniform(-3, 9) * (mean / (1 - growth)) ** 0.5 + random.randint(0, 3)))
    tail = float(nbinom.sf(k - 1, shape, 1 - growth))
    exact = mpmath.betainc(k, shape, 0, mpmath.mpf(growth), regularized=True)
    assert abs(tail - exact) < 1e-12 * exact
    rows.append([k, shape, growth, tail])
print("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]")
