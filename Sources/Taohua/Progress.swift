/// Says how far a long job is: `completed` of `total` units of `stage`.
public struct Progress: Sendable {
  public enum Stage: String, Sendable { case reading, comparing, phrases, report }
  public var stage: Stage
  public var completed: Int
  public var total: Int

  public init(stage: Stage, completed: Int, total: Int) {
    self.stage = stage
    self.completed = completed
    self.total = total
  }
}

/// Called from any thread, a few hundred times at most.
public typealias ProgressHandler = @Sendable (Progress) -> Void
