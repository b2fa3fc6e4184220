internal import Taohua

/// Files that are bytes in memory.
enum MemoryFiles {
  static func corpus(
    _ files: [(name: String, content: [UInt8])], settings: ReadingSettings = ReadingSettings()
  ) -> Corpus {
    Corpus.read(
      files.map { file in
        var input = InputPath(path: "/project/" + file.name, name: file.name, isNamed: true)
        input.content = file.content
        return input
      }, settings: settings, jobs: 1)
  }

  /// A few reports with a formula, an edited one, a copied passage and slots.
  static let sample: [(name: String, text: String)] = {
    let formula = "坚持以人民为中心，把安全生产摆在更加突出的位置"
    let copied = """
      我们在河边修了三座小桥，桥上装了太阳能路灯，灯下放着长椅，每天傍晚都有老人来这里下棋聊天，孩子们在旁边追逐打闹，直到天色完全暗下来才慢慢回家去吃晚饭。
      """
    return [
      ("2021/甲.md", "---\nyear: 2021\n---\n# 工作报告\n\n\(formula)，2021年完成投资12亿元。\n\(copied)\n"),
      ("2022/乙.txt", "工作报告\n\(formula)，全年新建校舍xx间。\n本地的事情本地办。\n"),
      ("2023/丙.md", "# 工作报告\n\n- \(formula)；\n- \(copied)\n"),
      ("en/plan.txt", "We will put the safety of our people first in all that we do.\n"),
      ("en/report.md", "In 2022 we will put the safety of our people first in all that we do.\n"),
      ("en/third.txt", "As promised, we put the safety of our people first in all that we do.\n"),
    ]
  }()
}
