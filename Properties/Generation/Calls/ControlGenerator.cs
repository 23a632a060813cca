using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates the control data of sendmsg(2), and the room for it of recvmsg(2) (S9, S12).</summary>
internal static class ControlGenerator
{
    /// <summary>SCM_CREDS, and the size of struct cmsgcred in bytes.</summary>
    private const int Credentials = 3;
    private const int CredentialsLength = 84;

    /// <summary>
    /// Beside the lengths of messages: a header, descriptors, a timestamp, credentials, an interface.
    /// </summary>
    private static readonly int[] Rooms =
        [0, 0, 11, 12, 15, 16, 16, 17, 20, 20, 24, 32, 36, 52, 68, 95, 96, 97, 128, 400, Call.RecvMsg.MostControl];

    /// <summary>
    /// The control data of a call: mostly descriptors over a local socket, mostly nothing over others.
    /// </summary>
    public static Data Sent(RunContext run, int pid, int fd)
    {
        ref Prng random = ref run.Random;
        Process? caller = run.State.FindProcess(pid);
        bool isLocal = caller is not null
            && run.State.SocketAt(caller, fd) is { Family: AddressFamily.AF_LOCAL };
        return random.Chance(isLocal ? 15 : 60) || caller is null ? default : random.Below(12) switch
        {
            0 => Rights.Message(
                Rights.HeaderLength + CredentialsLength, Rights.Level, Credentials, new byte[CredentialsLength]),
            1 => Rights.Message(
                Rights.HeaderLength + 4 * random.Below(3), Rights.Level, Credentials, new byte[4 * random.Below(3)]),
            2 => Rights.Message(
                Rights.HeaderLength + random.Below(6), Rights.Level - random.Below(2), random.Below(4), [0, 0, 0, 0]),
            3 => Rights.Of(Open(run, caller)).Then(Rights.Of(Open(run, caller))),
            4 => Rights.Of(Open(run, caller), Open(run, caller), Open(run, caller)),
            5 => Rights.Of(Open(run, caller), Open(run, caller)),
            6 => random.Below(3) switch
            {
                0 => Rights.Of(),
                1 => Rights.Of().Slice(0, Rights.HeaderLength - 1),
                _ => Rights.Of([.. Enumerable.Repeat(Open(run, caller), 24 + random.Below(2))]),
            },
            _ => Rights.Of(Open(run, caller)),
        };
    }

    /// <summary>How much room for control data there is, in bytes.</summary>
    public static int Room(RunContext run) => run.Random.Pick<int>(Rooms);

    /// <summary>Mostly an open descriptor.</summary>
    private static int Open(RunContext run, Process caller)
    {
        ref Prng random = ref run.Random;
        foreach (int fd in new Rotation(ref random, caller.Files.Length))
        {
            if (caller.Files[fd].IsOpen && !random.Chance(4))
            {
                return fd;
            }
        }

        return random.Below(3) switch
        {
            0 => -1,
            1 => caller.Files.Length,
            _ => int.MaxValue,
        };
    }
}
