// A line of input with editing, history and completion; libedit's variables behind functions, which other languages can
// call without sharing them.
#include <stdio.h>
#include <locale.h>
#include <editline/readline.h>

// Gives one completion after another of the word that ends at the cursor, NULL at the end. The strings are freed by
// libedit.
typedef char *(*clibedit_completer)(const char *word, int number);

static inline char **clibedit_attempt(const char *word, int start, int end) {
  (void)start;
  (void)end;
  // Where no name fits, no file name is looked for instead.
  rl_attempted_completion_over = 1;
  return rl_completion_matches(word, rl_completion_entry_function);
}

// Makes ready for lines: UTF-8 as the terminal has it, and words that end at blanks. Prompts go to
// standard output, or to standard error where that is no terminal.
static inline void clibedit_begin(clibedit_completer completer, int is_output_terminal) {
  setlocale(LC_CTYPE, "");
  rl_completion_entry_function = completer;
  rl_readline_name = "evfacts";
  rl_outstream = is_output_terminal ? stdout : stderr;
  rl_attempted_completion_function = clibedit_attempt;
  rl_completer_word_break_characters = " \t";
  using_history();
  stifle_history(1000);
}

// The line up to the cursor, and how much of it that is.
static inline const char *clibedit_line(void) { return rl_line_buffer; }
static inline int clibedit_cursor(void) { return rl_point; }
