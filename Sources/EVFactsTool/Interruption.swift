import Foundation
import Synchronization

/// Ctrl-C and kill as a wish to end soon: the work under way is finished and stored, no more is begun.
///
/// The second time the program ends at once.
enum Interruption {
  /// The signal that came, 0 for none.
  private static let signalNumber = Atomic<Int32>(0)

  /// Takes the signals from now on.
  static func watch() {
    // Read once beforehand: a handler may not be the first to touch it.
    _ = signalNumber.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.signalNumber.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// Whether a signal came.
  static var isWished: Bool { signalNumber.load(ordering: .relaxed) != 0 }

  /// The exit status by which others see that the work was broken off, `nil` where it was not.
  static var status: Int32? { isWished ? 128 + signalNumber.load(ordering: .relaxed) : nil }
}
