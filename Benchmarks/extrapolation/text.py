"""The rates, the plans, and what breaks first, as Markdown."""

from collections.abc import Callable

from .plan import Machine, Plan, Winnowing
from .rates import Rates

# The default of text of characters, and sequences that would still be found for certain if windows were sampled:
# the lengths from which on text is shared, copied in part, and copied.
_SHINGLE = 6
_GUARANTEES = (13, 20, 40)
_SIZES = {"1 GB": 1e9, "100 GB": 1e11, "1 TB": 1e12, "100 TB": 1e14}


def amount(value: float, unit: str = "B") -> str:
    """With the prefix that suits."""
    for prefix in ("", "k", "M", "G", "T", "P"):
        if value < 1000 or prefix == "P":
            return f"{value:.3g} {prefix}{unit}".rstrip()
        value /= 1000
    raise AssertionError("unreachable")


def duration(seconds: float) -> str:
    """In the unit that suits."""
    for limit, unit in ((120, "s"), (60 * 120, "min"), (3600 * 96, "h")):
        if seconds < limit:
            return f"{seconds / {'s': 1, 'min': 60, 'h': 3600}[unit]:.3g} {unit}"
    return (
        f"{seconds / 86400:,.0f} days" if seconds < 1e9 else f"{seconds / 86400 / 365:,.0f} years"
    )


def described(rates: Rates, machine: Machine) -> str:
    """The rates, the sizes, and what breaks first, as Markdown."""
    nano = {name: 1e9 * getattr(rates, name) for name in ("read", "group", "cover", "rest")}
    lines = [
        f"Rates from {rates.source}: {rates.tokens:.3f} tokens a byte, {rates.shared:.0%} of them in shared "
        f"windows; CPU in ns a byte: reading and tokenising {nano['read']:.1f}, grouping windows "
        f"{nano['group']:.1f}, covering {nano['cover']:.1f}, all else of an audit {nano['rest']:.1f}; peak memory "
        f"{rates.memory:.1f} bytes and report {rates.report:.2f} bytes for each byte of text. "
        f"All cores together were {rates.speedup:.1f} times as fast as one; below, {machine.cores} cores are taken to be "
        f"{machine.cores} times as fast, so read the times as what is possible, not as what is there.",
        "",
        f"Assumed, not measured: a rented machine of {machine.cores} cores and {amount(machine.memory)} that moves "
        f"{amount(machine.disk)}/s from or to its disk and {amount(machine.network)}/s over the network each way, "
        f"for {machine.price:.2f} dollars an hour.",
        "",
    ]
    plans = {name: Plan(size, rates, machine) for name, size in _SIZES.items()}
    rows: dict[str, Callable[[Plan], str]] = {
        "documents of 15 kB": lambda p: amount(p.size / 15e3, ""),
        "windows, one for each token": lambda p: amount(p.windows, ""),
        "bits of hash / of position": lambda p: f"{p.hash_bits} / {p.position_bits}",
        "partitions": lambda p: f"{2**p.partition_bits:,}",
        "bytes of a key in its partition": lambda p: f"{p.key_bytes}",
        "keys": lambda p: amount(p.keys),
        "**one machine**: passes, no temporary files": lambda p: f"{p.passes:,}",
        "one machine: time": lambda p: duration(p.one_machine),
        "**several**: CPU": lambda p: f"{amount(p.core_seconds / 3600, '')} core hours",
        "moved: keys, then marks": lambda p: f"{amount(p.keys)}, {amount(p.marks)}",
        "machines to be done in 24 h": lambda p: f"{p.machines_for(24):,}",
        "time with them": lambda p: duration(p.seconds(p.machines_for(24))),
        "machines to be done in 1 h": lambda p: f"{p.machines_for(1):,}",
        "dollars, of the cheaper of the two": lambda p: (
            f"{min(dollars(p, 24), dollars(p, 1)):,.2f}"
        ),
        "a report as it is today": lambda p: amount(p.size * rates.report),
    }
    lines += ["| | " + " | ".join(plans) + " |", "|---" + "|---:" * len(plans) + "|"]
    lines += [
        f"| {name} | " + " | ".join(cell(p) for p in plans.values()) + " |"
        for name, cell in rows.items()
    ]
    limits = [
        (2**32, "bytes in one file: its offsets have 32 bits"),
        (2**32 / rates.tokens, "bytes in a corpus: positions of tokens have 32 bits"),
        (
            machine.memory / rates.memory,
            f"bytes in a corpus: memory of such a machine without `--memory`, at "
            f"{rates.memory:.1f} bytes a byte",
        ),
        (
            100e9 / rates.report,
            "bytes in a corpus: its JSON report has 100 GB, and nobody opens it",
        ),
    ]
    lines += ["", "What breaks, in this order:", ""]
    lines += [
        f"{number}. {amount(limit)}: {words}"
        for number, (limit, words) in enumerate(sorted(limits), 1)
    ]
    return "\n".join([*lines, "", *sampled(rates, machine)]) + "\n"


def sampled(rates: Rates, machine: Machine) -> list[str]:
    """What keeping some windows only would save, as Markdown."""
    size = _SIZES["1 TB"]
    choices = [None, *(Winnowing(_SHINGLE, guarantee) for guarantee in _GUARANTEES)]
    rows = [
        "If only some windows were kept, by winnowing, of 1 TB:",
        "",
        "| each shared sequence of so many tokens is found | windows kept | keys moved | passes of one machine "
        "| CPU | time of one machine |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for choice in choices:
        plan = Plan(size, rates, machine, choice)
        name = f"{choice.guarantee}" if choice else f"{_SHINGLE}: all windows, as now"
        rows.append(
            f"| {name} | {plan.kept:.0%} | {amount(plan.keys)} | {plan.passes} | "
            f"{amount(plan.core_seconds / 3600, '')} core hours | {duration(plan.one_machine)} |"
        )
    return rows


def dollars(plan: Plan, hours: float) -> float:
    """What the machines cost that are done in `hours`."""
    machines = plan.machines_for(hours)
    return machines * plan.seconds(machines) / 3600 * plan.machine.price
