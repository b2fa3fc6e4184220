/// Four documents of two fictional towns, in three files; written for the tests.
enum SampleTexts {
  static let riverOld = """
    青溪镇2021年工作报告

    各位代表：一年来，全镇上下⟦1|坚持稳中求进、勤俭办事⟧，⟦0|较好地完成了全年各项目标任务⟧。

    ⟦4|《青溪镇三年水利规划》⟧开工两处。渡口的老樟树挂了牌，周姓人家捐出一条船。

    下一步，要⟦2|聚焦群众急难愁盼问题⟧，把旧码头修好。
    """

  static let riverNew = """
    青溪镇2022年工作报告

    各位代表：去年以来，镇里⟦1|坚持稳中求进、勤俭办事⟧，⟦0|较好完成了全年各项目标任务⟧。

    ⟦b0|渡口的老樟树挂了牌，周姓人家捐出一条船⟧。雨季来得早，摆渡停了九天，孩子们改走石桥上学。

    ⟦4|《青溪镇三年水利规划》⟧还差一处。⟦2|聚焦群众急难愁盼问题⟧，⟦3|会议通过了3项决定⟧。⟦r|会议通过了⟧新的收费表。
    """

  /// A compilation of two parts, divided by `divider`.
  static let hill = """
    石岭镇2022年工作报告
    ⟦1|坚持稳中求进、勤俭办事⟧，⟦0|较好地完成了全年各项目标任务⟧。⟦3|会议通过了5项决定⟧。\
    茶厂换了新锅炉，<b>炭</b> & "火" 都省下一半\\斤；⟦s|今年的雨水比去年多⟧。
    """

  static let hillLetter = """
    致全镇住户的一封信
    Dear residents, the tea works will close on Monday for repairs.
    ⟦2|聚焦群众急难愁盼问题⟧，⟦a|特此公告⟧。\u{2028}⟦s|今年的雨水比去年多⟧，请看好田埂。
    """

  static let divider = "\n\n"
}
