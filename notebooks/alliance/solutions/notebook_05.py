# Solution 5.1
answer_5_1 = (article - in_force).days
check("5.1", answer_5_1)  # -15
# A negative number: the article judges a law under which nobody
# could yet be punished, and what the ministry did before it.

# Solution 5.2
# No letters are the right ones. The word counter's stand here, only
# so that this cell runs. Put your own in their place.
answer_5_2 = "f a a a f a a m m a m a a m"
check("5.2", answer_5_2)

# Solution 5.3
agreed_on_all = 13 + 2 + 4
by_chance = (25 * 16 + 3 * 24 + 16 * 4) / 44
answer_5_3 = (agreed_on_all - by_chance) / (44 - by_chance)
check("5.3", answer_5_3)  # 0.21
# The rows sum to 25, 3 and 16, the columns to 16, 24 and 4: for 24 of
# the 44 the counter cannot decide and says m.

# Solution 5.4
groups = ["Moon government", "Democratic Party",
          "people at the border", "Pyongyang"]
answer_5_4 = kappa(ours, by_speaker(groups))
check("5.4", answer_5_4)  # 0.82
# Either each group is of one mind, or our coder, who knew the
# speakers, read the group into the words. To tell these apart one
# needs coders who do not know the speaker: you, in 5.2.
