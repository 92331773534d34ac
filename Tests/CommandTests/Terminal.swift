import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A pseudo terminal with the program in it: what a person at a keyboard has.
final class Terminal {
  private let keyboard: Int32
  private let child: pid_t
  /// Held, so that the folder stays as long as the program in it.
  private let folder: Folder
  private(set) var shown = ""
  /// What was shown behind the text that was waited for last.
  private var unseen = ""

  /// Starts the program in a folder, its standard streams on the terminal.
  init(_ arguments: [String], in folder: Folder) throws {
    self.folder = folder
    let (keyboard, screen) = try Self.opened()
    self.keyboard = keyboard
    // A session of its own, whose terminal is the first one that it opens.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Self.ownSession)
    let script = "cd \"$1\" && tty=$2 && shift 2 && exec \"$@\" <\"$tty\" >\"$tty\" 2>&1"
    let words: [String] =
      ["/bin/sh", "-c", script, "sh", folder.url.path(percentEncoded: false), screen]
      + [Program.path.path(percentEncoded: false)] + arguments
    let home = folder.url.path(percentEncoded: false)
    var argv = words.map { strdup($0) } + [nil]
    let environment: [String] = ["PATH=/usr/bin:/bin", "TERM=vt100", "LC_ALL=C.UTF-8", "HOME=\(home)"]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var started = pid_t()
    guard posix_spawn(&started, "/bin/sh", nil, &attributes, &argv, &envp) == 0 else {
      throw CocoaError(.executableLoad)
    }
    child = started
  }

  #if canImport(Glibc)
    // Glibc's names for these are hidden from Swift.
    private static let ownSession: Int16 = 0x80
    private static let unlock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    /// Both ends of a new pseudo terminal: a descriptor and the path of the other.
    private static func opened() throws -> (Int32, String) {
      let keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var lock: Int32 = 0
      var count: UInt32 = 0
      guard keyboard >= 0, ioctl(keyboard, unlock, &lock) == 0, ioctl(keyboard, number, &count) == 0 else {
        throw CocoaError(.fileReadUnknown)
      }
      return (keyboard, "/dev/pts/\(count)")
    }
  #else
    private static let ownSession = Int16(POSIX_SPAWN_SETSID)

    /// Both ends of a new pseudo terminal: a descriptor and the path of the other.
    private static func opened() throws -> (Int32, String) {
      let keyboard = posix_openpt(O_RDWR | O_NOCTTY)
      guard keyboard >= 0, grantpt(keyboard) == 0, unlockpt(keyboard) == 0, let name = ptsname(keyboard)
      else {
        throw CocoaError(.fileReadUnknown)
      }
      return (keyboard, String(cString: name))
    }
  #endif

  deinit { close(keyboard) }

  /// Types keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Reads on until a text is shown behind the one that was waited for before; whether it came before the program ended.
  func waits(for text: String) -> Bool {
    while true {
      if let found = unseen.range(of: text) {
        unseen = String(unseen[found.upperBound...])
        return true
      }
      guard readOn() else { return false }
    }
  }

  /// Types keys that end the program, again where they came before it listened, and gives its exit status.
  func ended(by keys: String) -> Int32 {
    for _ in 0..<30 {
      type(keys)
      var waiting = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      while poll(&waiting, 1, 1_000) > 0 { guard readOn() else { return ended() } }
    }
    return ended()
  }

  /// Reads to the end of the program and gives its exit status.
  private func ended() -> Int32 {
    while readOn() {}
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
  }

  private func readOn() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      var waiting = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      // A program that says nothing more is stuck; the test fails instead of waiting for ever.
      guard poll(&waiting, 1, 60_000) > 0 else {
        kill(child, SIGKILL)
        return false
      }
      let count = bytes.withUnsafeMutableBytes { read(keyboard, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Until the program has opened its side, and once it has left it, there is nothing to read.
      if count < 0, errno == EIO, shown.isEmpty {
        var state: Int32 = 0
        guard waitpid(child, &state, WNOHANG) == 0 else { return false }
        usleep(20_000)
        continue
      }
      guard count > 0 else { return false }
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      shown += text
      unseen += text
      return true
    }
  }
}
