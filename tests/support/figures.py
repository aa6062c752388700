"""Figures beside their bounds, for the scripts of the soak."""

MISSES = []


def tell(what, figure, bound, unit=''):
    """A figure that must not be above its bound."""
    met = figure <= bound
    print(f'{what:<66} {figure:>10,.1f}{unit}  <= {bound:,}{unit}  {"met" if met else "MISSED"}', flush=True)
    if not met:
        MISSES.append(what)
