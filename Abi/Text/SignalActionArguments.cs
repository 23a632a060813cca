using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// What a signal does: <c>SIG_DFL</c>, <c>SIG_IGN</c> or <c>handler</c>; then perhaps <c>SA_RESTART</c>.
/// </summary>
internal sealed class SignalActionArguments : Syntax<(SignalAction Action, bool Restarts)>
{
    private const string Restart = "SA_RESTART";

    private static readonly Named<SignalAction> Action = new(
        "an action",
        (nameof(SignalAction.SIG_DFL), SignalAction.SIG_DFL),
        (nameof(SignalAction.SIG_IGN), SignalAction.SIG_IGN),
        ("handler", SignalAction.Handler));

    public override void Print(StringBuilder text, (SignalAction Action, bool Restarts) value)
    {
        Action.Print(text, value.Action);
        text.Append(value.Restarts ? ", " + Restart : "");
    }

    public override (SignalAction Action, bool Restarts) Parse(Scanner scanner)
    {
        SignalAction action = Action.Parse(scanner);
        bool restarts = scanner.TryTake(',');
        if (restarts && !scanner.TryTakeWord(Restart))
        {
            throw scanner.Expected(Restart);
        }

        return (action, restarts);
    }
}
