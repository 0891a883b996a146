"""Random rows for the differential test, with many edge cases.

Amounts and percentages are as likely to be small as large, up to the maximum of 100,000,000.00.
Half of them are chosen so that a figure is an exact half. exact.py documents the rows.
"""
from fractions import Fraction
from random import Random

from exact import MOST, PERCENT, exponent, fixed, rounded, shortest

CURRENCIES = ("USD", "EUR", "GBP", "AUD", "JPY", "INR", "CAD")
HUNDRED = 100 * 10**9  # percentages have nine decimals


def percent_text(nano: int) -> str:
    return shortest(nano, 9)


class Rows:
    """The endless rows of one seed."""

    def __init__(self, seed: str):
        self.random = Random(seed)

    def next(self) -> str:
        self.currency = self.pick(CURRENCIES)
        self.places = exponent(self.currency)
        self.most = MOST * 10**self.places
        self.rounding = self.pick(("half_up", "half_even"))
        self.base = self.pick(("markup", "customer_price"))
        self.fees = self.percent(20), self.percent(20)
        kind = self.pick((self.quote, self.quote, self.quote, self.usage, self.refund, self.even))
        return kind()

    # --- chance ---

    def pick(self, choices):
        return choices[self.random.randrange(len(choices))]

    def one_in(self, count: int) -> bool:
        return self.random.randrange(count) == 0

    def skewed(self, most: int) -> int:
        """From 0 to `most`; few digits are as likely as many."""
        bits = self.random.randrange(most.bit_length() + 1)
        return min(most, self.random.getrandbits(bits))

    def percent(self, most: int) -> int:
        """With nine decimals; short ones cause exact halves."""
        if self.one_in(12):
            return self.pick((0, most)) * 10**9
        step = self.pick((1, 10**7, 10**9 // 8, 10**9 // 2, 5 * 10**9))
        return self.random.randrange(most * 10**9 // step + 1) * step

    def amount(self, most: int, percent: int = 0) -> int:
        """Half of the time, an amount of which `percent` is an exact half, if there is one."""
        part = Fraction(percent, PERCENT)
        denominator = part.denominator
        if self.one_in(2) or denominator % 2 or denominator > most:
            return self.pick((0, most)) if self.one_in(25) else self.skewed(most)
        # amount × numerator ÷ denominator ends in a half if amount = half ÷ numerator, modulo.
        least = denominator // 2 * pow(part.numerator, -1, denominator) % denominator
        return least + denominator * self.skewed((most - least) // denominator)

    # --- parts of rows ---

    def row(self, kind: str, *words) -> str:
        terms = [self.currency, self.rounding, self.base, *map(percent_text, self.fees)]
        return " ".join([kind, *terms, *map(str, words)])

    def text(self, amount: int) -> str:
        return fixed(amount, self.places)

    def date(self) -> str:
        return f"20{self.random.randrange(18, 60)}-0{self.random.randrange(1, 10)}-" \
               f"{self.pick(('01', '15', '28'))}"

    def lines(self) -> tuple:
        """The words of lines sold by quantity, and their wholesale."""
        words, wholesale, left = [], 0, self.most
        count = self.pick((1, 1, 1, 2, 3, 8))
        for _ in range(count):
            discount = 0 if self.one_in(6) else self.percent(100)
            extended = self.amount(left, HUNDRED - discount if discount else self.fees[0])
            quantity = self.pick([q for q in (1, 2, 3, 7, 12, 10**6) if extended % q == 0])
            if not self.one_in(500):  # a few sums exceed the maximum
                left -= extended
            words += [self.text(extended // quantity), quantity, percent_text(discount)]
            wholesale += rounded(extended * Fraction(HUNDRED - discount, HUNDRED), self.rounding)
        return [count, *words], wholesale

    def price(self, wholesale: int) -> int:
        """Usually covers the wholesale; a sum above the maximum is refused first."""
        if wholesale and self.one_in(40):
            return min(self.most, wholesale - 1)
        if self.base == "customer_price":
            return min(self.most, max(wholesale, self.amount(self.most, self.fees[1])))
        return min(self.most, wholesale + self.amount(self.most, self.fees[1]))

    def payments(self, price: int) -> list:
        """Dated amounts in any order that add up to about `price`; some are equal, some zero."""
        count = self.pick((1, 2, 2, 3, 4, 5, 12, 12, 36, 60, 61) if self.one_in(6) else
                          (1, 2, 2, 3, 4, 5))
        if self.one_in(2):
            amounts = [price // count] * count
        else:
            cuts = sorted(self.pick((price, self.skewed(price))) for _ in range(count - 1))
            amounts = [to - at for at, to in zip([0, *cuts], [*cuts, price])]
        distinct = count - 1 if count > 1 and self.one_in(100) else count
        dates = set()
        while len(dates) < distinct:
            dates.add(self.date())
        dates = sorted(dates)
        dates += dates[:count - distinct]
        self.random.shuffle(dates)
        return [count, *(word for pair in zip(dates, map(self.text, amounts)) for word in pair)]

    # --- kinds ---

    def quote(self) -> str:
        lines, wholesale = self.lines()
        what = self.pick(("price", "schedule", "schedule", "markup", "net"))
        if what == "price":
            words = [self.text(self.price(wholesale))]
        elif what == "schedule":
            words = self.payments(self.price(wholesale))
        elif what == "markup":
            words = [percent_text(self.pick((self.percent(100), self.skewed(10**15))))]
        else:
            words = [self.text(self.skewed(self.most))]
            if self.one_in(10):  # the fee takes all, or nearly all
                self.fees = self.fees[0], HUNDRED - self.skewed(10**9)
        return self.row("quote", *lines, what, *words)

    def usage(self) -> str:
        """Rates with up to nine decimals; half of them cause halves of a minor unit."""
        words, count = [], self.pick((1, 1, 2, 5))
        for _ in range(count):
            units = self.skewed(10**self.pick((3, 6, 12)))
            above = 2 if self.one_in(50) else 1  # some exceed the maximum
            rate_most = min(10**17, 10**17 * above // max(1, units) // count)
            list_rate = self.skewed(rate_most)
            if self.one_in(2):
                list_rate -= list_rate % (5 * 10**6)
            discount = self.percent(100)
            kept = list_rate * (HUNDRED - discount) // HUNDRED
            partner_rate = kept + self.skewed(rate_most - kept)
            words += [units, shortest(list_rate, 9), shortest(partner_rate, 9),
                      percent_text(discount)]
        return self.row("usage", count, *words)

    def refund(self) -> str:
        """An invoice refunded in up to eight parts, half of the time in full."""
        price = self.amount(self.pick((12, 1000, self.most)))
        wholesale = min(price, self.amount(max(1, price), self.fees[0]))
        if self.one_in(2):
            self.fees = self.percent(100), self.percent(100)
        left, amounts = price, []
        for _ in range(self.pick((1, 2, 3, 8))):
            part = self.pick((self.skewed(left), self.random.randrange(left + 1), left // 2))
            amounts.append(part)
            left -= part
        if self.one_in(2):
            amounts.append(left)
        return self.row("refund", self.text(price), self.text(wholesale), len(amounts),
                        *map(self.text, amounts))

    def even(self) -> str:
        count = self.pick((1, 2, 3, 4, 6, 12, 24, 36, 60))
        first = self.pick(("2020-01-31", "2019-02-28", "2024-02-29", self.date()))
        return " ".join(["even", self.currency, self.rounding, self.text(self.amount(self.most)),
                         str(count), first, str(self.pick((1, 3, 6, 12)))])
