"""Different sequences of characters that have the same window hash.

The hash of k characters is a mixed polynomial modulo 2⁶⁴ in a base that is published (RollingHash.swift). Two sequences
collide where the differences of their characters are the digits of 0 in that base. Such differences are a lattice;
reduced (Lenstra, Lenstra and Lovász, 1982) it has vectors of some 2^(64/k), well inside the 20,000 Han characters.
"""

import itertools
from fractions import Fraction

MASK = (1 << 64) - 1
SEED = 0x5461_6F68_7561_0001
FIRST, LAST = 0x4E00, 0x9F00


def mix(value):
    value = ((value ^ value >> 33) * 0xFF51_AFD7_ED55_8CCD) & MASK
    value = ((value ^ value >> 33) * 0xC4CE_B9FE_1A85_EC53) & MASK
    return value ^ value >> 33


BASE = mix(SEED) | 1


def window_sum(characters):
    """What is equal for sequences that collide."""
    total = 0
    for character in characters:
        total = (total * BASE + (character + 1) * 0x9E37_79B9_7F4A_7C15) & MASK
    return total


def differences(length):
    """A reduced basis of the differences that leave the hash as it is."""
    powers = [pow(BASE, length - 1 - place, 1 << 64) for place in range(length)]
    # The last digit answers for all others.
    basis = [[0] * (length - 1) + [1 << 64]]
    for place in range(length - 1):
        row = [0] * length
        row[place], row[-1] = 1, -powers[place] % (1 << 64)
        basis.append(row)
    return reduced(basis)


def dot(left, right):
    return sum(a * b for a, b in zip(left, right))


def reduced(basis):
    size = len(basis)

    def orthogonal():
        vectors, factors = [], [[Fraction(0)] * size for _ in range(size)]
        for row in range(size):
            vector = [Fraction(value) for value in basis[row]]
            for other in range(row):
                factors[row][other] = dot(basis[row], vectors[other]) / dot(vectors[other], vectors[other])
                vector = [a - factors[row][other] * b for a, b in zip(vector, vectors[other])]
            vectors.append(vector)
        return vectors, factors

    row = 1
    vectors, factors = orthogonal()
    while row < size:
        for other in reversed(range(row)):
            times = round(factors[row][other])
            if times:
                basis[row] = [a - times * b for a, b in zip(basis[row], basis[other])]
                vectors, factors = orthogonal()
        bound = (Fraction(3, 4) - factors[row][row - 1] ** 2) * dot(vectors[row - 1], vectors[row - 1])
        if dot(vectors[row], vectors[row]) >= bound:
            row += 1
        else:
            basis[row], basis[row - 1] = basis[row - 1], basis[row]
            vectors, factors = orthogonal()
            row = max(row - 1, 1)
    return basis


def sequences(length, count):
    """`count` sequences of `length` Han characters, all with one window hash."""
    middle = [(FIRST + LAST) // 2] * length
    wanted = window_sum(middle)
    found = []
    basis = differences(length)
    for reach in range(1, 40):
        steps = range(-reach, reach + 1)
        for times in itertools.product(steps, repeat=length):
            if max(map(abs, times)) != reach:
                continue
            sequence = [start + sum(t * vector[place] for t, vector in zip(times, basis))
                        for place, start in enumerate(middle)]
            if all(FIRST <= character < LAST for character in sequence):
                assert window_sum(sequence) == wanted
                found.append("".join(map(chr, sequence)))
                if len(found) == count:
                    return found
    return found
