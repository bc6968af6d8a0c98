# Solution NN.1
answer_NN_1 = visitors[2007]
check("NN.1", answer_NN_1)  # 345006
# [What a teacher would add.]

# Solution NN.2
answer_NN_2 = (visitors[2007] / visitors[2006] - 1) * 100
check("NN.2", answer_NN_2)  # 47.2

# Solution NN.3
answer_NN_3 = visitors.drop([1998, 2008]).sum()
check("NN.3", answer_NN_3)  # 1724142

# Solution NN.4
answer_NN_4 = (visitors > 200_000).sum()
check("NN.4", answer_NN_4)  # 5
