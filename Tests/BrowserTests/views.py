"""Every view of a page, found as a reader would find them: by following its links."""

import collections


def sort_of(address):
    """What sort of view an address shows: the letters that it has, and the view's own name."""
    pairs = [pair.partition("=") for pair in address.lstrip("#").split("&") if pair]
    return tuple(f"v={value}" if name == "v" else name for name, _, value in pairs)


def every_view(page, most=30):
    """Follows every link of the page, and of where it leads, to at most `most` addresses of a sort.

    Gives each address once it is shown.
    """
    seen, waiting, counts = {""}, [""], collections.Counter()
    while waiting:
        address = waiting.pop(0)
        page.follow(address)
        yield address
        for link in page.evaluate(LINKS):
            if link not in seen and counts[sort_of(link)] < most:
                counts[sort_of(link)] += 1
                seen.add(link)
                waiting.append(link)


def one_of_each(page):
    """The first address of each sort."""
    return every_view(page, most=1)


LINKS = """
const links = [...document.querySelectorAll('a[href^="#"]')].map((each) => each.getAttribute('href'));
return [...new Set(links)].filter((each) => !document.getElementById(each.slice(1)));
"""
