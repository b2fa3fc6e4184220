/// An axis from zero to a round number.
struct ChartScale {
  /// What the end of the axis stands for.
  let top: Double
  /// The values that have a line, zero first.
  let ticks: [Double]

  /// An axis that holds `maximum`, with five lines or so.
  init(upTo maximum: Double) {
    let maximum = maximum > 0 ? maximum : 1
    var step = 1.0
    while step * 5 < maximum { step *= 10 }
    while step * 5 >= maximum * 10 { step /= 10 }
    let part = [0.1, 0.2, 0.5, 1].first { step * $0 * 6 >= maximum } ?? 1
    step *= part
    let count = Int((maximum / step).rounded(.up))
    ticks = (0...count).map { Double($0) * step }
    top = Double(count) * step
  }

  /// Where `value` lies between 0 and 1.
  func position(_ value: Double) -> Double { value / top }
}
