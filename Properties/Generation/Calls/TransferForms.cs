using Verify.Abi;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>The forms of a transfer: which call makes it, and with which flags.</summary>
internal static class TransferForms
{
    private static readonly MessageOptions[] OfSending =
    [
        MessageOptions.MSG_OOB, MessageOptions.MSG_OOB, MessageOptions.MSG_DONTWAIT, MessageOptions.MSG_DONTWAIT,
        MessageOptions.MSG_EOR, MessageOptions.MSG_DONTROUTE, MessageOptions.MSG_EOF,
        MessageOptions.MSG_OOB | MessageOptions.MSG_EOR, (MessageOptions)0x200, (MessageOptions)(-1),
    ];

    private static readonly MessageOptions[] OfReceiving =
    [
        MessageOptions.MSG_PEEK, MessageOptions.MSG_PEEK, MessageOptions.MSG_PEEK,
        MessageOptions.MSG_WAITALL, MessageOptions.MSG_WAITALL, MessageOptions.MSG_WAITALL,
        MessageOptions.MSG_DONTWAIT, MessageOptions.MSG_DONTWAIT, MessageOptions.MSG_OOB,
        MessageOptions.MSG_PEEK | MessageOptions.MSG_WAITALL, MessageOptions.MSG_PEEK | MessageOptions.MSG_DONTWAIT,
        MessageOptions.MSG_WAITALL | MessageOptions.MSG_DONTWAIT, MessageOptions.MSG_PEEK | MessageOptions.MSG_OOB,
        MessageOptions.MSG_EOR, (MessageOptions)0x200, (MessageOptions)(-1),
    ];

    /// <summary>
    /// Mostly sendto(2) without flags; sendmsg(2), and without an address also write(2) and writev(2).
    /// </summary>
    public static Call.Sending Sending(RunContext run, int pid, int fd, Data data, SocketAddress? address)
    {
        int choice = run.Random.Below(24);
        return choice > 19 && run.Available.Has(typeof(Call.SendMsg))
                ? new Call.SendMsg(
                    pid, fd, Parts(ref run.Random, data), ControlGenerator.Sent(run, pid, fd), address,
                    run.Random.Chance(75) ? MessageOptions.None : run.Random.Pick<MessageOptions>(OfSending))
            : choice > 4 ? new Call.SendTo(pid, fd, data, address)
            : choice > 1 || address is not null
                ? new Call.SendTo(pid, fd, data, address, run.Random.Pick<MessageOptions>(OfSending))
            : choice == 1 ? new Call.Write(pid, fd, data)
            : new Call.WriteV(pid, fd, Parts(ref run.Random, data));
    }

    /// <summary>Mostly recvfrom(2) without flags; also recvmsg(2), read(2) and readv(2).</summary>
    public static Call.Receiving Receiving(RunContext run, int pid, int fd, int length)
    {
        int choice = run.Random.Below(25);
        return choice > 19 && run.Available.Has(typeof(Call.RecvMsg))
                ? new Call.RecvMsg(
                    pid, fd, Parts(ref run.Random, length), ControlGenerator.Room(run),
                    run.Random.Chance(75) ? MessageOptions.None : run.Random.Pick<MessageOptions>(OfReceiving))
            : choice > 7 ? new Call.RecvFrom(pid, fd, length)
            : choice > 1 ? new Call.RecvFrom(pid, fd, length, run.Random.Pick<MessageOptions>(OfReceiving))
            : choice == 1 ? new Call.Read(pid, fd, length)
            : new Call.ReadV(pid, fd, Parts(ref run.Random, length));
    }

    /// <summary>Up to three parts, which may be empty.</summary>
    private static Few<Data> Parts(ref Prng random, Data data)
    {
        int first = random.Below(data.Length + 1);
        int second = first + random.Below(data.Length - first + 1);
        return random.Chance(20)
            ? new Few<Data>(data)
            : new Few<Data>(data.Slice(0, first))
                .With(data.Slice(first, second - first)).With(data.Slice(second, data.Length - second));
    }

    private static Few<int> Parts(ref Prng random, int length)
    {
        int first = random.Below(length + 1);
        return random.Chance(20) ? default : new Few<int>(first).With(length - first);
    }
}
