"""Speed, exactness and sturdiness of `compare` beside its peers: `python -m tests.bench` from the checkout.

Each module measures one thing and gives tables; only `__main__` prints. What the figures mean: docs/benchmark.md.
"""
