"""Makes the tables of ratings in this folder, each with what it should give.

python -m venv env && env/bin/pip install krippendorff==0.9.0 irrCAC==0.4.4 scikit-learn==1.9.1 && env/bin/python make.py

What is published is written here as its author has it, with the decimals printed there. Of the random tables all
figures come from other programs: sklearn for two coders (over the units that both rated), irrCAC for Fleiss, Gwet and
Brennan and Prediger, krippendorff for alpha.
"""

import csv
import random

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score


def write(name, source, rows, expected, header=None):
    with open(f"{name}.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        if header:
            table.writerow(header)
        table.writerows(["" if cell is None else cell for cell in row] for row in rows)
    with open(f"{name}.expected", "w") as file:
        file.write(f"# {source}\n")
        for key, value in expected:
            file.write(f"{key} {value}\n")


def crossed(names, table):
    """The ratings of two coders behind a table of counts."""
    return [(one, other) for one, row in zip(names, table) for other, n in zip(names, row) for _ in range(n)]


def spread(categories, counts):
    """The ratings behind how many raters gave each category."""
    return [[category for category, n in zip(categories, row) for _ in range(n)] for row in counts]


def published():
    write("cohen_1960", "Cohen 1960, p. 45; AC1 by Gwet's formula", crossed(
        ["disorder", "neurosis", "psychosis"], [[88, 14, 18], [10, 40, 10], [2, 6, 12]]),
        [("percent", ".700"), ("cohen_kappa", ".492"), ("scott_pi", ".487"), ("ac1", ".576"),
         ("kappa_linear", "none"), ("alpha_ordinal", "none"), ("alpha_interval", "none")], ["A", "B"])
    write("paradox", "The paradox of kappa: high agreement on a rare thing", crossed(["no", "yes"], [[118, 5], [2, 0]]),
        [("percent", ".944"), ("cohen_kappa", "-.023"), ("ac1", ".941"), ("kappa_linear", "-.023"),
         ("ac2_quadratic", ".941")], ["A", "B"])
    write("characters", "1,000 characters, of which 50 both, 100 only the first, 50 only the second; the per cent as in "
        "the manual of NVivo 12", crossed([1, 0], [[50, 100], [50, 800]]),
        [("percent", ".850"), ("cohen_kappa", ".318")])
    write("krippendorff_2004_binary", "Krippendorff 2004, p. 224", list(zip("1100000000", "0110010100")),
        [("alpha_nominal", ".095"), ("alpha_interval", ".095"), ("alpha_ratio", ".095")])
    write("krippendorff_2011_nominal", "Krippendorff 2011, section B", list(zip("aabbdcccedda", "babbbcccEddd".lower())),
        [("alpha_nominal", ".692"), ("alpha_ordinal", "none")])
    four = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]
    rows = [(at + 1, *row) for at, row in enumerate(zip(*(line.split() for line in four)))]
    several = [("alpha_nominal", ".743"), ("alpha_ordinal", ".815"), ("alpha_interval", ".849"), ("alpha_ratio", ".797"),
        ("cohen_kappa", "none"), ("kappa_linear", "none"), ("kappa_squared", "none"), ("scott_pi", "none")]
    write("krippendorff_2011", "Krippendorff 2011, section C", rows, several, ["Unit", "A", "B", "C", "D"])
    gwet = ["1 1 . 1", "2 2 3 2", "3 3 3 3", "3 3 3 3", "2 2 2 2", "1 2 3 4", "4 4 4 4", "1 1 2 1", "2 2 2 2", ". 5 5 5",
        ". . 1 1", ". . 3 ."]
    write("gwet_four_raters", "Four raters and missing ratings: Gwet 2014, as in the documentation of irrCAC",
        [[None if cell == "." else cell for cell in row.split()] for row in gwet],
        [("percent", ".81818"), ("ac1", ".77544"), ("fleiss_kappa", ".76117")], ["Rater1", "Rater2", "Rater3", "Rater4"])
    write("fleiss", "Fleiss' kappa, the example of the encyclopaedia: 14 raters of 10", spread([1, 2, 3, 4, 5], [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]), [("fleiss_kappa", ".210")])
    write("gwet_ac2", "Gwet's AC2 with quadratic weights", crossed(
        [1, 2, 3, 4], [[20, 5, 1, 0], [4, 15, 6, 1], [0, 5, 18, 4], [0, 1, 3, 12]]),
        [("ac1", ".58046"), ("ac2_quadratic", ".84028")])
    write("everywhere", "Both used it everywhere: nothing can be told from chance", [(1, 1)] * 9,
        [("percent", "1.000")] + [(key, "none") for key in KEYS[1:]])
    write("never_together", "No unit was rated by two", [(1, None), (None, 2), (2, None)], [(key, "none") for key in KEYS])


KEYS = ["percent", "cohen_kappa", "kappa_linear", "kappa_squared", "scott_pi", "fleiss_kappa", "alpha_nominal",
    "alpha_ordinal", "alpha_interval", "alpha_ratio", "ac1", "ac2_quadratic", "brennan_prediger"]


def others(rows):
    """Every figure that other programs give."""
    frame = pd.DataFrame([[np.nan if cell is None else float(cell) for cell in row] for row in rows])
    found = {}
    if len(rows[0]) == 2:
        both = [(str(a), str(b)) for a, b in rows if a is not None and b is not None]
        one, other = zip(*both)
        order = sorted({cell for row in both for cell in row}, key=float)
        found["cohen_kappa"] = cohen_kappa_score(one, other, labels=order)
        steps = {float(b) - float(a) for a, b in zip(order, order[1:])}
        if len(steps) == 1:
            # sklearn takes the categories to be one step apart.
            found["kappa_linear"] = cohen_kappa_score(one, other, labels=order, weights="linear")
            found["kappa_squared"] = cohen_kappa_score(one, other, labels=order, weights="quadratic")
        found["scott_pi"] = CAC(pd.DataFrame(both).astype(float), digits=12).fleiss()["est"]["coefficient_value"]
    plain = CAC(frame.copy(), digits=12)
    found["percent"] = plain.fleiss()["est"]["pa"]
    found["fleiss_kappa"] = plain.fleiss()["est"]["coefficient_value"]
    found["ac1"] = plain.gwet()["est"]["coefficient_value"]
    found["brennan_prediger"] = plain.bp()["est"]["coefficient_value"]
    found["ac2_quadratic"] = CAC(frame.copy(), weights="quadratic", digits=12).gwet()["est"]["coefficient_value"]
    data = frame.to_numpy().T
    for level in ["nominal", "ordinal", "interval", "ratio"]:
        found[f"alpha_{level}"] = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
    return [(key, f"{found[key]:.10f}") for key in KEYS if key in found]


def rated(chance, truth, categories, hits, missing):
    if chance.random() < missing:
        return None
    if chance.random() < hits:
        return truth
    return chance.choice(categories)


def random_table(name, seed, units, coders, categories, hits, missing, header):
    chance = random.Random(seed)
    rows = []
    for _ in range(units):
        truth = chance.choice(categories[: 1 + chance.randrange(len(categories))])
        rows.append([rated(chance, truth, categories, hits, missing) for _ in range(coders)])
    made = f"Random, {coders} coders of {units} units; figures of sklearn, irrCAC and krippendorff (make.py)"
    write(name, made, rows, others(rows), header)


published()
random_table("random_two", 1, 120, 2, [1, 2, 3, 4], 0.6, 0, ["A", "B"])
random_table("random_two_missing", 2, 150, 2, [0, 1, 2], 0.5, 0.2, ["A", "B"])
random_table("random_two_rare", 3, 200, 2, [0, 0, 0, 0, 0, 0, 1], 0.7, 0, None)
random_table("random_uneven_steps", 4, 90, 2, [1, 2, 5, 10], 0.5, 0, None)
random_table("random_five_missing", 5, 100, 5, [1, 2, 3, 4, 5], 0.5, 0.25, ["A", "B", "C", "D", "E"])
random_table("random_decimals", 6, 40, 3, [0.5, 1.25, 2, 3.75, 8, 13.5], 0.6, 0.1, ["A", "B", "C"])
random_table("random_chance", 7, 60, 4, [1, 2, 3], 0, 0, None)
