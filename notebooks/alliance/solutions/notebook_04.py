# Solution 4.1
days = series["approval_days_mean"]
answer_4_1 = (days[2019] - days[2018]) / days[2018] * 100
check("4.1", answer_4_1)
approved = series["approved_para25"]
print(f"approvals: {approved[2019] / approved[2018] - 1:+.0%} from 2018 to 2019, {approved[2020] / approved[2019] - 1:+.0%} from 2019 to 2020")
# "Swift" fits the first half of 2019; for 2020 and 2021 we have single cases
# and no mean. It does not fit 2018.

# Solution 4.2
answer_4_2 = goods["2019"].resample("QE").mean()
check("4.2", answer_4_2)
wrong = goods["2019"].resample("QE").sum() / 3
print(pd.DataFrame({"mean of known months": answer_4_2, "sum divided by three": wrong}).round(1))
# To divide by three assumes that nothing crossed in the missing month. That is
# wrong: the whole year of step 5 (2,573.8) less the ten known months leaves
# this much for the two missing ones:
print(f"{yearly.loc[2019, 'to the North'] - goods['2019'].sum():.1f} million dollars")
# The mean assumes that they were like their neighbours, and that comes close.

# Solution 4.3
un = statements[statements["actor_type"] == "UN"]
answer_4_3 = un["primary_cause"].isin(["sanctions", "banking"]).groupby(un["refers_to"]).mean() * 100
check("4.3", answer_4_3)
print(un.groupby("refers_to").size().to_dict())
# Few rows: 9 before, 11 after. One row recoded moves the first share by eleven
# points. The two that name sanctions after January 2020 are human rights
# officials; the agencies that carry goods name the border or the government.

# Solution 4.4
change = pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"]
prices = (1 + change / 100).cumprod()
rok = pd.read_csv("../data/rok_aid.csv").set_index("year")
real = (rok["total_krw_bn"] / (prices / prices[2020])).loc[1995:2024]
fig, ax = plt.subplots()
ax.bar(real.index, real, color=COLOURS["ROK"])
ax.set(title=f"In won of 2020 the peak is {real.idxmax()}; the fall of 2008 stays", ylabel="billion won of 2020", ylim=(0, 720), xlim=(1993.4, 2024.7))
bands(ax)
answer_4_4 = ax
check("4.4", answer_4_4)
show(fig, "04_south_korean_aid_real", alt=f"Bars by year, 1995 to 2024, billion won of 2020: {real[1995]:.0f} in 1995, {real[2004]:.0f} in 2004, the peak, {real[2007]:.0f} in 2007, {real[2008]:.0f} in 2008, {real[2019]:.0f} in 2019, 0 in 2024.",
     caption="South Korean aid in constant won. Nominal, the peak is 2007. Sources: Unification Ministry; Statistics Korea (prices).")

# Solution 4.5
after = statements["refers_to"] == "after"
closure = mentioned.apply(lambda causes: "border_closure" in causes)
names_them = mentioned.apply(lambda causes: "sanctions" in causes or "banking" in causes)
answer_4_5 = (closure & names_them)[after].mean() * 100
check("4.5", answer_4_5)
print(f"closure {closure[after].sum()}, sanctions or banking {names_them[after].sum()}, both {(closure & names_them)[after].sum()}, neither {(~closure & ~names_them)[after].sum()}, all {after.sum()}")
# "Rather than" drops the 8 rows that name both. Of the others 12 name only the
# closure, 5 only sanctions or banking, 4 neither.

# Solution 4.6
missed_by_delay = 5000 * 0.5
answer_4_6 = pd.Series({"low": missed_by_delay * (17 - 1) / 100, "high": missed_by_delay * (50 - 1) / 100})
check("4.6", answer_4_6)
# The fatality moves the result threefold. The share can move it from nothing
# to the whole, and of the two it is the one for which there is no source at
# all. Whoever says "killed by sanctions" or "not by sanctions" has chosen a
# share.
