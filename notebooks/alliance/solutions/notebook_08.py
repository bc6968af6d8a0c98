# Solution 8.1
answer_8_1 = len(joint[joint["word"] == "Peninsula"])
check("8.1", answer_8_1)  # 13
# So it was the common word, and its absence in March 2021 is a choice.

# Solution 8.2
answer_8_2 = apart("opposition in Seoul", "Biden administration", positions)
check("8.2", answer_8_2)  # 4
# They differ where Washington says between: aid, projects, the end of the
# war, and who moves first. On the other four both say press.

# Solution 8.3
strict = positions[positions["code"] != "between"]
answer_8_3 = apart("Moon government", "Biden administration", strict)
check("8.3", answer_8_3)  # 3
print(apart("Moon government", "opposition in Seoul", strict))
# With the strict rule the order of the two bars turns into a wide gap.
# Which rule is right? Say yours before you count.

# Solution 8.4
answer_8_4 = (themes["real"] != themes["may"]).sum()
check("8.4", answer_8_4)  # 3
# What could not be said in March could be said in May. In between lay
# the end of the U.S. review, and a summit.
