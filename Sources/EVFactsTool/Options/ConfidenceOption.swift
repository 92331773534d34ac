import ArgumentParser

/// How sure facts must be to be shown.
struct ConfidenceOption: ParsableArguments {
  @Option(help: ArgumentHelp("Leave out facts that are less sure, 0 to 1.", valueName: "number"))
  var minConfidence = 0.0

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is between 0 and 1. Try: --min-confidence 0.9")
    }
  }
}
