/**
 * Names that pages put on a `pre` to say which language its code is in, lower case. Those that are also
 * language tags of natural languages (`sq`, `cs`, `go`, `r`) stand here only where no page marks prose so.
 */
export const programmingLanguages: ReadonlySet<string> = new Set(
  (
    'actionscript ada asm assembly awk bash bat batch c c++ c# clojure cmake cobol coffeescript console cpp ' +
    'csharp css dart delphi diff docker dockerfile elixir elm erlang fortran fsharp glsl go golang gradle graphql ' +
    'groovy haskell hcl html http ini java javascript js json jsp jsx julia kotlin latex less lisp lua makefile ' +
    'markdown matlab mermaid nginx objc objectivec objective-c ocaml pascal perl php plaintext powershell proto ' +
    'protobuf ps1 puppet py python r rb regex rs ruby rust sass scala scheme scss sh shell solidity sql ' +
    'svg swift tcl terraform tex toml ts tsx typescript vb vbnet verilog vhdl vim vue wasm xml xhtml yaml yml zig zsh'
  ).split(' '),
);
