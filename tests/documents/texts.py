"""Small decisions in our own words, for the tests."""

RESOLUTION = """United Nations S/RES/9001 (2021)
Security Council Distr.: General
19 April 2021
Resolution 9001 (2021)
Adopted by the Security Council at the 9999th meeting, on
19 April 2021
The Security Council,
Recalling what it said before on the matter,
1. Requests the Secretary-General to give to the Council a written
report every six months on how these words are carried out;
2. Encourages Member States, as appropriate, to share what they learn
about building confidence among neighbours;
3. Decides to remain seized of the matter.
"""

STATEMENT_ZH = """ 联 合 国   S/PRST/2021/90

安全理事会

Distr.: General

19 April 2021

Chinese

  安全理事会主席声明

 2021 年 4 月 19 日，安全理事会主席代表安理会发表声明如下：

  “安全理事会欢迎邻国之间的每一次对话，并回顾从前说过的话。

  “安全理事会鼓励区域组织酌情分享建

立信任的经验。

  “安全理事会请秘书长每六个月向安理会提交书面报告。”
"""
