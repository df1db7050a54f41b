"""Chinese wordings of citing: what is done with the document named after them."""

# One wording a line, however long.
# fmt: off

from apps.reading.language import Citing
from apps.reading.wording import Wording as W

WORDINGS = (
    W("asks-again", "requests", r"(?:重申|再次提出|再次)(?:其|它|安理会|安全理事会)?(?:在|对)?(?=[^，；。]{0,60}(?:请求|要求|呼吁))"),
    W("as-requested", "requests", r"(?:应|按照?|根据|依照)(?=[^，；。]{0,30}(?:的请求|的要求))"),
    W("to-be-extended", "extends", r"将(?=[^，；。]{0,80}(?:延长|延期|展延|续延))"),
    W("to-be-amended", "amends", r"(?:将|对)(?=[^，；。]{0,80}(?:修正|修改|修订|改为))"),
    W("supersedes", "supersedes", r"取代|废止|撤销|解除|终止|取消(?!的)"),
    W("no-amendment", "keep", r"经(?=[^，；。]{0,30}(?:修正|修订|延长|补充))"),
    W("amends", "amends", r"修正|修订|修改|扩大|补充"),
    W("extends", "extends", r"延长|延期|展延|续延|延续|继续适用|继续有效"),
    W("set-out", "keep", r"(?:设立|规定|确定|所列|所述|提到|授权|载|实施|部署)的?(?=第)"),
    W("pursuant", "pursuant-to", r"根据|按照|依照|依据|遵照|遵守|执行|履行|落实|依循"),
    W("recalls", "recalls", r"回顾|重申|忆及|铭记|考虑到|提及"),
    W("notes", "cites", r"注意到|欢迎|强调|认识到|审议了|收到|赞扬|确认"),
)

CITING = Citing(
    wordings=WORDINGS,
    resolution=r"(?:决议|决定|第)",
    after=r"(?:号)?(?:决议|决定|主席声明|声明|文件|号文件|报告)?(?:执行部分)?的?第<list>(?:和第|至第)?段",
    human_rights=r"人权理事会",
    ranges=r"至|到|-",
)
