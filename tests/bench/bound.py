"""How the benches print a figure beside what it must reach."""

import statistics


def tell(what, value, bound, unit='', at_most=False):
    """Prints one figure with its bound, and whether it is met."""
    met = value <= bound if at_most else value >= bound
    sign = '<=' if at_most else '>='
    print(f'{what:<58} {value:>12,.2f}{unit}  {sign} {bound:,}{unit}  {"met" if met else "missed"}', flush=True)


def middle(values):
    return statistics.median(values)
