# Solution 7.1
odds = 0.2 / 0.8 * (0.4 / 0.5) ** 2
answer_7_1 = odds / (1 + odds)
check("7.1", answer_7_1)
# The ratio of a hostile act is 0.8, near 1: a reader who thinks that takers
# act friendly half the time learns little from a launch, too.

# Solution 7.2
with_offers = record[core]["category"].map({**SIGNS, "overture": "friendly"}).dropna()
answer_7_2 = pd.Series({ally: beliefs(with_offers, PRIORS[ally], 0.6, TAKER[ally])[-1] for ally in PRIORS})
check("7.2", answer_7_2)
print(len(with_offers), "events;", answer_7_2.round(3).to_dict())
# Nobody crosses 0.5: both rise, six offers make Seoul nearly sure and leave
# Washington a doubter, so the gap grows. A rule is no small print: is an
# offer, which costs nothing until it is accepted, a friendly act?

# Solution 7.3
tried = {round(taker, 2): beliefs(events["sign"], 0.5, 0.6, taker)[-1] for taker in np.arange(0.30, 0.51, 0.01)}
answer_7_3 = max(taker for taker, belief in tried.items() if belief >= 0.5)
check("7.3", answer_7_3)
print({float(taker): round(float(belief), 3) for taker, belief in tried.items()})
# A few hundredths in a number that nobody can measure flip the conclusion. 24
# friendly of 51 are 0.47, near Seoul's turning point of 0.45.

# Solution 7.4
hers = recode_2018(events, "one process")
path = pd.Series(beliefs(hers["sign"], 0.11, 0.6, 0.4), index=hers["day"].dt.year)
percent = pd.concat([pd.Series({2016: 0.11}), path.groupby(level=0).last()]) * 100
fig, ax = plt.subplots()
ax.bar(percent.index, percent, color=COLOURS["ROK"], width=0.6)
for year, value in percent.items():
    ax.text(year, value + 0.2, f"{value:.2f}", ha="center")
ax.set(title="Seven hostile acts of 2017 did it; 2018 hardly shows", ylabel="belief in R, percent", ylim=(0, 13), xticks=percent.index)
answer_7_4 = ax
check("7.4", answer_7_4)
show(fig, "07_citizen", alt="Bars, belief in R in percent at the end of each year: " + ", ".join(f"{year} {value:.2f}" for year, value in percent.items()) + ".",
     caption="A reader with a prior of 11 percent who counts the friendly acts of 2018 as one. Source: the model on event_record.csv.")
print("every act of 2018 counted:", round(100 * beliefs(events.loc[events["day"].dt.year <= 2018, "sign"], 0.11, 0.6, 0.4)[-1]), "percent at the end of 2018")

# Solution 7.5
score = events["sign"].map({"friendly": 1, "hostile": -1}).groupby(events["day"].dt.to_period("M")).sum()
months = score[score != 0].gt(0).map({True: "friendly", False: "hostile"})
answer_7_5 = pd.Series({ally: beliefs(months, PRIORS[ally], 0.6, TAKER[ally])[-1] for ally in PRIORS})
check("7.5", answer_7_5)
print(months.value_counts().to_dict(), answer_7_5.round(3).to_dict())
# Half as many witnesses, and Seoul falls below 0.5: busy months counted
# several times, friendly ones of 2018 and hostile ones of 2019. Washington
# stays far below.

# Solution 7.6
odds_now = now["Washington"] / (1 - now["Washington"])
answer_7_6 = 0.6 * odds_now
check("7.6", answer_7_6)
print(round(answer_7_6, 4))
# About three in a hundred. Is there an act that a taker would do so rarely,
# and could two allies agree that it is one?
