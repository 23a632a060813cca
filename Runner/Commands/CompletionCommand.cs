using System.CommandLine;
using Verify.Runner.Input;
using Verify.Runner.Output;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>completion SHELL</c>: prints a script that completes commands, options and names. It asks the program itself, by
/// the directive <c>[suggest:POSITION]</c> and what stands on the line after the program's name.
/// </summary>
internal sealed class CompletionCommand : Command
{
    private const string Bash =
        """
        _verify() {
            local line=${COMP_LINE#* } IFS=$'\n'
            local at=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
            local hidden='-*'
            [[ $2 == -* ]] && hidden=
            COMPREPLY=($(compgen -X "$hidden" -W "$("${COMP_WORDS[0]}" "[suggest:$at]" "$line" 2>/dev/null)" -- "$2"))
        }
        complete -o default -F _verify verify ./verify

        """;

    private const string Zsh =
        """
        _verify() {
            local line=${BUFFER#* }
            local at=$((CURSOR - ${#BUFFER} + ${#line}))
            local -a names=("${(@f)$("${words[1]}" "[suggest:$at]" "$line" 2>/dev/null)}")
            [[ $PREFIX == -* ]] || names=(${names:#-*})
            compadd -- ${names:#} || _files
        }
        compdef _verify verify ./verify

        """;

    private const string Fish =
        """
        function __verify_names
            set -l line (commandline -cp | string replace -r '^\s*\S+\s' '')
            set -l program (commandline -opc)[1]
            $program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c verify -a '(__verify_names)'

        """;

    private readonly Argument<string> _shell = 
        NamedSymbols.Choice("SHELL", "a shell", "bash", "zsh", "fish");
    private readonly Terminal _terminal;

    public CompletionCommand(Terminal terminal)
        : base("completion", "Prints a script for a shell that completes commands, options and names.")
    {
        _terminal = terminal;
        Add(_shell);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        _terminal.Output.Write(arguments.GetRequiredValue(_shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            _ => Fish,
        });
        return ExitCode.Clean;
    }
}
