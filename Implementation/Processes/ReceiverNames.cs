using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>Reports what a call sent, and the receivers as process ids and descriptors.</summary>
internal sealed class ReceiverNames(ProcessTable processes)
{
    public Outcome Describe(Errno error, int value, in Traffic traffic) =>
        Describe(Replies.Of(error, value), traffic);

    public Outcome Describe(in Outcome reply, in Traffic traffic)
    {
        Outcome outcome = reply.Sending(traffic.Sent).ReceivedBy(NameOf(traffic.Receiver));
        foreach (Socket other in traffic.Others)
        {
            outcome = outcome.ReceivedBy(NameOf(other));
        }

        return outcome;
    }

    private Receiver? NameOf(Socket? socket)
    {
        if (socket is null)
        {
            return null;
        }

        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            DescriptorTable descriptors = process.Descriptors;
            for (int fd = 0; fd < descriptors.End; fd++)
            {
                if (ReferenceEquals(descriptors[fd]?.Socket, socket))
                {
                    return new Receiver(process.Pid, fd);
                }
            }
        }

        return null;
    }
}
