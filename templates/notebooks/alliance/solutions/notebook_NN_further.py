# Solution NN.5
answer_NN_5 = visitors[2007] / visitors.sum() * 100
check("NN.5", answer_NN_5)  # 17.8
# [What a teacher would add.]

# Solution NN.6
full_years = visitors.loc[1999:2007]
fig, ax = plt.subplots()
ax.bar(full_years.index, full_years)
ax.set(title="[The finding, as a sentence]", ylabel="visitors")
answer_NN_6 = ax
check("NN.6", answer_NN_6)  # 148074, ... 345006

# Solution NN.7
answer_NN_7 = visitors[2007] / visitors.loc[1999:2007].sum() * 100
check("NN.7", answer_NN_7)  # 20.0

# Solution NN.8
answer_NN_8 = visitors.loc[1999:2007].mean() / 1000
check("NN.8", answer_NN_8)  # 191.6
