using System.Globalization;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>A prisoner sees only its own prison in listings (G4, J6, J7, J9).</summary>
internal static class ListingGoal
{
    /// <summary>Checks a prisoner's successful call.</summary>
    public static string? Check(State state, Process caller, Prison prison, Call call, in Outcome outcome)
    {
        if (call is Call.IoctlGetAddress && outcome.Address?.Address != prison.Address)
        {
            return $"J9: process {caller.Pid} in prison {prison.Address} is told {outcome.Address} by {call}";
        }

        string? text = call is Call.Read or Call.ReadV ? outcome.Data?.ToString() : outcome.Text;
        bool agrees = text is null || call switch
        {
            Call.SysctlRead read => IsOwn(state, prison, read.Name, text),
            Call.IoctlInterfaces => text.Length == 0 || text.Split(", ").All(entry =>
                entry.Split(' ') is [_] or [_, "link"]
                || entry.EndsWith($" {prison.Address}", StringComparison.Ordinal)),
            Call.ReadDir readDir => !IsProcfs(state, caller.FileAt(readDir.Fd))
                || AreOwn(state, prison, text.Split('/')),
            Call.Receiving read => !IsProcfs(state, caller.FileAt(read.Fd))
                || text.Split(' ') is not [_, var pid, _, ..] || AreOwn(state, prison, [pid]),
            _ => true,
        };
        return agrees ? null : $"G4: process {caller.Pid} in a prison is told \"{text}\" by {call}";
    }

    /// <summary>Recognizes a variable by its name or by the number of its subtree.</summary>
    private static bool IsOwn(State state, Prison prison, string name, string text) =>
        IsUnder(name, "kern.proc", "1.14") ? AreOwn(state, prison, text.Split(' '))
        : IsUnder(name, "net.route", "4.17") ? text.Split(' ').All(word =>
            !word.Contains('/') || word.StartsWith($"{prison.Address}/", StringComparison.Ordinal))
        : IsUnder(name + ".", "net.inet.udp.pcblist", "4.2.17.5") ? AreOwn(state, prison, Protocol.Udp, text)
        : !IsUnder(name, "net.inet.tcp", "4.2.6") || AreOwn(state, prison, Protocol.Tcp, text);

    private static bool IsUnder(string text, string name, string number) =>
        text.StartsWith(name + ".", StringComparison.Ordinal)
        || text.StartsWith(number + ".", StringComparison.Ordinal);

    private static bool IsProcfs(State state, DescriptorEntry file) => file.IsNode && state.Tree.IsOnProcfs(file.Node);

    /// <summary>True if every number among the words is the pid of a process in the prison.</summary>
    private static bool AreOwn(State state, Prison prison, ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                && state.FindProcess(pid)?.Prison?.Id != prison.Id)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if every PCB listed belongs to a socket that was created in the prison.</summary>
    private static bool AreOwn(State state, Prison prison, Protocol protocol, string list) =>
        list.Length == 0 || list.Split("; ").All(ends => state.Sockets.Any(socket =>
            socket.Protocol == protocol && socket.Prison?.Id == prison.Id
            && $"{socket.Local} {socket.Foreign}" == ends));
}
