using System.Globalization;
using Verify.Abi;

namespace Verify.Model;

/// <summary>What is listed to a prisoner is its prison's (G4, J6, J7, J9).</summary>
internal static class ListingGoal
{
    /// <summary>Judges a call of a prisoner that succeeded.</summary>
    public static string? Check(State state, Process caller, Prison prison, Call call, in Outcome outcome)
    {
        bool agrees = outcome.Text is not { } text || call switch
        {
            Call.SysctlRead read when Mib.TryFind(read.Name, out SysctlVariable variable, out _) => variable switch
            {
                SysctlVariable.Processes => AreOwn(state, prison, text.Split(' ')),
                SysctlVariable.Interfaces => text.Split(' ').All(word =>
                    !word.Contains('/') || word.StartsWith($"{prison.Address}/", StringComparison.Ordinal)),
                SysctlVariable.UdpPcbs => AreOwn(state, prison, Protocol.Udp, text),
                SysctlVariable.TcpPcbs => AreOwn(state, prison, Protocol.Tcp, text),
                _ => true,
            },
            Call.ReadDir readDir => !IsProcfs(state, caller.FileAt(readDir.Fd))
                || AreOwn(state, prison, text.Split('/')),
            Call.Read read => !IsProcfs(state, caller.FileAt(read.Fd))
                || text.Length == 0 || AreOwn(state, prison, text.Split(' ').AsSpan(1, 1)),
            _ => true,
        };
        return agrees ? null : $"G4: process {caller.Pid} in a prison is told \"{outcome.Text}\" by {call}";
    }

    private static bool IsProcfs(State state, File file) => file.IsNode && state.Tree.IsOnProcfs(file.Node);

    /// <summary>True where every number among the words is the pid of a process of the prison.</summary>
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

    /// <summary>True where every PCB listed is one of a socket made in the prison.</summary>
    private static bool AreOwn(State state, Prison prison, Protocol protocol, string list) =>
        list.Length == 0 || list.Split("; ").All(ends => state.Sockets.Any(socket =>
            socket.Protocol == protocol && socket.Prison?.Id == prison.Id
            && $"{socket.Local} {socket.Foreign}" == ends));
}
