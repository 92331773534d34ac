import Foundation

/// The text of a PDF file, by poppler's `pdftotext` where that is installed.
///
/// The program is run without a shell, on a copy whose name is ours, for a limited time.
enum PDFText {
  /// How long a file may take, in seconds.
  static let timeLimit = 60
  /// A text longer than this, 64 MB, is no article's.
  private static let sizeLimit = 64 << 20

  /// The text of the bytes of a file, in reading order, lines as they are set; `name` is for errors.
  static func text(
    of bytes: [UInt8], name: String, program: String = "pdftotext", seconds: Int = timeLimit
  ) throws(ReadingError) -> String {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("evfacts-\(UUID().uuidString)")
    let input = place.path + ".pdf"
    let output = place.path + ".txt"
    defer {
      unlink(input)
      unlink(output)
    }
    // What others may not read in the file they must not read in its copy.
    guard
      FileManager.default.createFile(
        atPath: input, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw .unreadable(path: name) }
    let child = try start(
      program, [program, "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-q", input, output], name)
    let status = try wait(for: child, output: output, name: name, seconds: seconds)
    let text = FileManager.default.contents(atPath: output).map { String(decoding: $0, as: UTF8.self) } ?? ""
    if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { return text }
    throw status == 0 ? .picturesOnly(name: name) : .badPDF(name: name)
  }

  private static func start(_ program: String, _ arguments: [String], _ name: String) throws(ReadingError)
    -> pid_t
  {
    var argv = arguments.map { strdup($0) } + [nil]
    // Its messages are in the language of the place otherwise, and it needs nothing but the way to its libraries.
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let variables = ["PATH=" + path, "LC_ALL=C"]
    var envp = variables.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY),
    ] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, nil, &argv, &envp) == 0 else {
      throw .withoutPDFReader(name: name)
    }
    return child
  }

  /// Waits for the program's end and gives its status; ends it where it takes too long or writes too much.
  private static func wait(for child: pid_t, output: String, name: String, seconds: Int) throws(ReadingError)
    -> Int32
  {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var status: Int32 = 0
    var pause: UInt32 = 1000
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      if ended < 0, errno != EINTR { return -1 }
      var file = stat()
      let isTooLong = stat(output, &file) == 0 && Int(file.st_size) > sizeLimit
      if isTooLong || clock.now >= end {
        kill(child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        throw isTooLong ? .tooLarge(name: name, limit: sizeLimit) : .slowPDF(name: name, limit: seconds)
      }
      usleep(pause)
      // Most files take some milliseconds, and a long one need not be asked for so often.
      pause = min(pause * 2, 50_000)
    }
  }
}
