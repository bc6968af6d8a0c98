# Solution 4.5
answer_4_5 = funding.loc[2009:2018].mean()
check("4.5", answer_4_5)  # 59.6
print(f"The classmate has {funding.loc[2009:2018].sum() / 10:.1f}")
# .mean() leaves out what is missing: it divides by eight. To divide by ten is
# to say that nothing was given in 2014 and 2015, and nobody says that.

# Solution 4.6
real = rok["total_krw_bn"] / prices
fig, ax = plt.subplots()
ax.bar(real.index, real, color=COLOURS["ROK"])
for year in (2004, 2007, 2019):
    ax.text(year, real[year] + 10, f"{real[year]:.0f}", ha="center")
ax.set_title("In won of 2020 Seoul's aid has its peak in 2004, not in 2007")
ax.set_ylabel("billion won of 2020")
ax.set_ylim(0, 700)
ax.grid(visible=False)
answer_4_6 = ax
check("4.6", answer_4_6)  # 357, 7, 74, ... 1, 0
show(fig, "04_south_korean_aid_real",
     alt="Bars by year, 1995 to 2024. A tall one alone at the start, then a "
     "hill from 2000 to 2007, a deep step down in 2008, and low bars since, of "
     f"which 2019 is the tallest. Billion won of 2020: {real[1995]:.0f} in "
     f"1995, {real[2004]:.0f} in 2004, the peak, {real[2007]:.0f} in 2007, "
     f"{real[2008]:.0f} in 2008, {real[2019]:.0f} in 2019 and "
     f"{real[2024]:.0f} in 2024.",
     caption="South Korean aid, public and private, in won of 2020. Nominal, "
     "the peak is 2007. Sources: Unification Ministry; World Bank (prices).")
# Prices rose, so the won of early years bought more. The peak moves by three
# years; the fall of 2008 does not.

# Solution 4.7
before, after = 5 / 9 * 100, 2 / 11 * 100
answer_4_7 = before - after
check("4.7", answer_4_7)  # 37
print(f"{before:.0f} percent before, {after:.0f} percent after")
# Few rows: one statement recoded moves the first share by eleven points. The
# two that name sanctions for the time after are human rights officials.

# Solution 4.8
missed = 5000 / 2
low, high = missed * (17 - 1) / 100, missed * (50 - 1) / 100
answer_4_8 = pd.Series({"low": low, "high": high})
check("4.8", answer_4_8)  # 400, 1225
print(f"With a fifth: {1000 * 16 / 100:.0f} to {1000 * 49 / 100:.0f}")
# The share who die changes the result threefold. The share put down to
# sanctions can change it from nothing to the whole, and it has no source.
