# Solution 7.5
with_words = pd.concat([acts, kind_words, hard_words])
answer_7_5 = end_belief(0.5, 0.3, with_words)
check("7.5", answer_7_5)  # 0.04
# Five kind words are times 32 for Reader A; thirteen hard ones, each times
# 0.57, take more away. Kind words alone made 0.98: one list gives any end.

# Solution 7.6
answer_7_6 = (shuffled[2020] == 0).mean() * 100
check("7.6", answer_7_6)  # 1
most = (shuffled[2018] >= 20).mean() * 100
print(f"2018, with 20 or more: {most:.0f} percent")
# Seven hostile acts happen by chance once in about a hundred shuffles; without
# 2018, which took most friendly acts, more than once in four. So 2020 alone
# proves little, and who looks at four years finds such a year more easily.

# Solution 7.7
b = end_belief(0.2, 0.5, acts)
answer_7_7 = b * 0.6 / (1 - b)
check("7.7", answer_7_7)  # 0.018
# Both ways equally wide: b * 0.6 = (1 - b) * x. A full inspection that can go
# where it wants? Each ally would have to agree that a taker never allows it.

# Solution 7.8
percent = [29]
for year in range(2017, 2021):
    until = acts[acts["year"] <= year]
    percent.append(end_belief(29 / 100, 0.4, until) * 100)
fig, ax = plt.subplots()
ax.bar(range(2016, 2021), percent, width=0.6, color="0.6")
for year, height in zip(range(2016, 2021), percent, strict=True):
    ax.text(year, height + 2, f"{height:.0f}", ha="center")
ax.set_title("Her belief: 98 percent after 2018, 5 percent after 2020")
ax.set_ylabel("belief in a reciprocator, percent")
ax.set_ylim(0, 105)
ax.grid(visible=False)
answer_7_8 = ax
check("7.8", answer_7_8)  # 29, 3, 98, 48, 5
told = [f"{year}, {height:.0f}" for year, height
        in zip(range(2016, 2021), percent, strict=True)]
show(fig, "07_citizen",
     alt="Five bars. One towers over the others: the end of 2018. The one "
     "after it is half as high, the first one a third; the other two can "
     f"hardly be seen. Belief in percent at the end of {'; '.join(told)}.",
     caption="A citizen's belief at the end of each year, from a start of 29 "
     "percent; a taker is friendly in 4 of 10 acts. Whole percents only: the "
     "numbers behind it are guessed. Source: the model on event_record.csv.")
# With 6 and 4 of 10 a friendly and a hostile act cancel exactly: only their
# difference counts. If 2018 were one process, she would end near 0.
