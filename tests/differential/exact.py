"""The expected result of a row, computed from the domain's rules with exact fractions.

Written only from the rules, as an independent check of core/. Every figure is a whole number of
minor units or a fraction, and only the two functions below round. A row's result is a list of
(name, text); answer() also requires what must be true for every figure.

The kinds of rows; … marks what can be repeated, and each list comes after its length:
  quote  TERMS LINES list quantity discount … price AMOUNT | markup PERCENT | net AMOUNT
                                            | schedule PAYMENTS date amount …
  usage  TERMS LINES units list_rate partner_rate discount …
  refund TERMS price wholesale REFUNDS amount …
  even   currency rounding price count first_date months
TERMS: currency rounding processing_base marketplace_fee processing_fee
"""
import calendar
from datetime import date
from fractions import Fraction
from math import ceil, floor

HALF = Fraction(1, 2)
PERCENT = 10**11  # nine decimals and the hundredth of a percent
RATE = 10**9
MOST = 100_000_000  # major units, the maximum of one amount
PAYMENTS_MOST = 60
PARTS = ("price", "wholesale", "markup", "marketplace_fee", "processing_fee", "isv_net",
         "partner_net", "aws_total")


class Refused(Exception):
    """The row must be refused with this code."""


def require(condition: bool, law: str) -> None:
    if not condition:
        raise AssertionError(f"the rules themselves break this: {law}")


# --- numbers --------------------------------------------------------------------------------------

ties = 0  # number of exact halves rounded; a run without any proves little


def rounded(value: Fraction, mode: str) -> int:
    """Rounds to the nearest whole number; an exact half away from zero, or to the even neighbor."""
    global ties
    ties += value.denominator == 2
    if mode == "half_even":
        return round(value)
    return floor(value + HALF) if value >= 0 else ceil(value - HALF)


def exponent(currency: str) -> int:
    return 0 if currency == "JPY" else 2


def scaled(text: str, places: int) -> int:
    whole, _, part = text.partition(".")
    return int(whole + part.ljust(places, "0"))


def fixed(value: int, places: int) -> str:
    """-5 with two places is -0.05."""
    digits = str(abs(value)).rjust(places + 1, "0")
    point = len(digits) - places
    return "-" * (value < 0) + digits[:point] + "." * (places > 0) + digits[point:]


def shortest(value: int, places: int) -> str:
    return fixed(value, places).rstrip("0").rstrip(".")


class Words:
    """Reads a row word by word, with its terms."""

    def __init__(self, row: str):
        self.words = iter(row.split())
        self.kind, self.currency, self.rounding = self.word(), self.word(), self.word()
        self.places = exponent(self.currency)
        self.most = MOST * 10**self.places
        if self.kind != "even":
            self.base = self.word()
            self.marketplace, self.processing = self.percent(), self.percent()

    def word(self) -> str:
        return next(self.words)

    def count(self) -> int:
        return int(self.word())

    def amount(self) -> int:
        return scaled(self.word(), self.places)

    def percent(self) -> Fraction:
        """A percentage as a fraction: 20 % is 1/5."""
        return Fraction(scaled(self.word(), 9), PERCENT)

    def rate(self) -> Fraction:
        """The price of one unit in minor units."""
        return Fraction(scaled(self.word(), 9) * 10**self.places, RATE)

    def date(self) -> date:
        return date.fromisoformat(self.word())

    def round(self, value: Fraction) -> int:
        return rounded(value, self.rounding)

    def text(self, amount: int) -> str:
        return fixed(amount, self.places)


# --- the rules ------------------------------------------------------------------------------------


def differences(price: int, wholesale: int, marketplace_fee: int, processing_fee: int) -> tuple:
    """Only four figures are rounded or given; the others are differences."""
    markup = price - wholesale
    isv, partner, aws = (wholesale - marketplace_fee, markup - processing_fee,
                         marketplace_fee + processing_fee)
    require(price == isv + partner + aws, "price = ISV + partner + AWS")
    return price, wholesale, markup, marketplace_fee, processing_fee, isv, partner, aws


def settled(price: int, wholesale: int, terms: Words) -> tuple:
    """One invoice: the ISV pays a fee on wholesale, the partner one on markup or price."""
    require(0 <= wholesale <= price, "0 ≤ wholesale ≤ price of an invoice")
    base = price - wholesale if terms.base == "markup" else price
    return differences(price, wholesale, terms.round(wholesale * terms.marketplace),
                       terms.round(base * terms.processing))


def added(settlements: list) -> tuple:
    total = tuple(map(sum, zip(*settlements)))
    price, isv, partner, aws = (total[PARTS.index(part)] for part in
                                ("price", "isv_net", "partner_net", "aws_total"))
    require(price == isv + partner + aws, "price = ISV + partner + AWS, of the sum too")
    return total


def cumulative(total: int, weights: list, terms: Words) -> list:
    """Part i is the rounded amount due up to i, minus the amount due before."""
    whole, upto, parts, before = sum(weights), 0, [], 0
    for weight in weights:
        upto += weight
        due = terms.round(Fraction(total * upto, whole)) if whole else 0
        parts.append(due - before)
        before = due
    return parts


def price_for_net(net: int, wholesale: int, terms: Words) -> int:
    """The smallest price that leaves the partner at least `net`.

    With x the fee's base and n what the base must cover besides the fee, R(x·p) ≤ x − n means
    x·(1 − p) > n − 1/2; equality is also enough if a half is rounded down, to an even x − n.
    """
    on_markup = terms.base == "markup"
    least, needed = (0, net) if on_markup else (wholesale, wholesale + net)
    kept, bar = 1 - terms.processing, needed - HALF
    if kept == 0:
        if needed > 0:
            raise Refused("OUT_OF_RANGE")
        base = least
    else:
        base = max(least, ceil(bar / kept))
        if base * kept == bar and (terms.rounding == "half_up" or (base - needed) % 2):
            base += 1
    return base + wholesale if on_markup else base


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


# --- answers --------------------------------------------------------------------------------------


def named(prefix: str, settlement: tuple, terms: Words) -> list:
    return [(f"{prefix}.{part}", terms.text(amount)) for part, amount in zip(PARTS, settlement)]


def percent_text(part: int, whole: int) -> str:
    """With nine decimals; a percentage of zero is none."""
    if whole == 0:
        return "none"
    return shortest(rounded(Fraction(part * PERCENT, whole), "half_up"), 9)


def quote_answer(lines: list, invoices: list, terms: Words) -> list:
    """`lines` are (list, wholesale), `invoices` are (date or None, price) in date order."""
    prices = [price for _, price in invoices]
    wholesale = sum(line[1] for line in lines)
    if sum(prices) > terms.most:
        raise Refused("OUT_OF_RANGE")
    if sum(prices) < wholesale:
        raise Refused("NEGATIVE_MARKUP")
    splits = [settled(price, part, terms)
              for price, part in zip(prices, cumulative(wholesale, prices, terms))]
    total = added(splits)
    require(total[1] == wholesale, "invoices bring the whole wholesale")
    answer = [("list", terms.text(sum(line[0] for line in lines))), *named("total", total, terms),
              ("markup_percent", percent_text(total[2], total[1])),
              ("margin_percent", percent_text(total[2], total[0]))]
    for index, line in enumerate(lines):
        answer += [(f"lines[{index}].list", terms.text(line[0])),
                   (f"lines[{index}].wholesale", terms.text(line[1]))]
    for index, ((on, _), split) in enumerate(zip(invoices, splits)):
        answer.append((f"invoices[{index}].on", str(on or "undated")))
        answer += named(f"invoices[{index}]", split, terms)
    return answer


def quote(row: Words) -> list:
    lines = []
    for _ in range(row.count()):
        extended = row.amount() * row.count()
        lines.append((extended, row.round(extended * (1 - row.percent()))))
    what = row.word()
    if what == "schedule":
        invoices = sorted((row.date(), row.amount()) for _ in range(row.count()))
    else:
        value = row.percent() if what == "markup" else row.amount()
    if sum(line[0] for line in lines) > row.most:
        raise Refused("OUT_OF_RANGE")
    wholesale = sum(line[1] for line in lines)
    if what == "schedule":
        if len(invoices) > PAYMENTS_MOST:
            raise Refused("TOO_MANY_SCHEDULED_PAYMENTS")
        if len({on for on, _ in invoices}) < len(invoices):
            raise Refused("DUPLICATE_CHARGE_DATES")
        return quote_answer(lines, invoices, row)
    if what == "markup":
        value = wholesale + row.round(wholesale * value)
    elif what == "net":
        value = price_for_net(value, wholesale, row)
    return quote_answer(lines, [(None, value)], row)


def usage(row: Words) -> list:
    lines, exact, price, short = [], [], 0, False
    for _ in range(row.count()):
        units = row.count()
        extended, paid = units * row.rate(), units * row.rate()
        lines.append((row.round(extended), row.round(extended * (1 - row.percent()))))
        price += row.round(paid)
        short |= row.round(paid) < lines[-1][1]
        exact += [extended, paid]
    if max(*exact, price, sum(line[0] for line in lines)) > row.most:
        raise Refused("OUT_OF_RANGE")
    if short:
        raise Refused("NEGATIVE_MARKUP")
    return quote_answer(lines, [(None, price)], row)


def refund(row: Words) -> list:
    whole = settled(row.amount(), row.amount(), row)
    amounts = [row.amount() for _ in range(row.count())]
    rest = whole[0] - sum(amounts)
    shares = [cumulative(whole[PARTS.index(part)], amounts + [rest], row)
              for part in ("wholesale", "marketplace_fee", "processing_fee")]
    parts = [differences(*figures) for figures in zip(amounts + [rest], *shares)]
    require(added(parts) == whole, "refunded in full, nothing is left of the invoice")
    require(all(0 <= part[1] <= part[0] for part in parts), "0 ≤ wholesale ≤ price of a refund")
    answer = named("whole", whole, row)
    for index, part in enumerate(parts[:-1]):
        answer += named(f"refunds[{index}]", part, row)
    return answer


def even(row: Words) -> list:
    price, count, first, months = row.amount(), row.count(), row.date(), row.count()
    amounts = cumulative(price, [1] * count, row)
    require(sum(amounts) == price, "an even split adds up")
    require(max(amounts) - min(amounts) <= 1, "even parts differ by a unit at most")
    answer = []
    for index, amount in enumerate(amounts):
        answer += [(f"payments[{index}].on", str(months_later(first, months * index))),
                   (f"payments[{index}].amount", row.text(amount))]
    return answer


def answer(row: str) -> list:
    words = Words(row)
    try:
        return {"quote": quote, "usage": usage, "refund": refund, "even": even}[words.kind](words)
    except Refused as refused:
        return [("refusal", str(refused))]
