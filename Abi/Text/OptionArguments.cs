using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// setsockopt(2): a descriptor, an option and its value. Port ranges have names, the interface for multicast is an
/// address, a membership is a group and an interface, and a struct is two numbers.
/// </summary>
internal sealed class OptionArguments : Syntax<Call.OnDescriptor>
{
    private static readonly Number Value = new("a value");

    public override void Print(StringBuilder text, Call.OnDescriptor value)
    {
        Terms.Fd.Print(text, value.Fd);
        if (value is Call.SetSockOptGroup membership)
        {
            Terms.Option.PrintNext(text, membership.Option);
            Terms.Address.PrintNext(text, membership.Group);
            Terms.Address.PrintNext(text, membership.Interface);
            return;
        }

        if (value is Call.SetSockOptPair pair)
        {
            Terms.Option.PrintNext(text, pair.Option);
            Value.PrintNext(text, pair.First);
            Value.PrintNext(text, pair.Second);
            return;
        }

        var setting = (Call.SetSockOpt)value;
        Terms.Option.PrintNext(text, setting.Option);
        switch (setting.Option)
        {
            case SocketOption.IP_PORTRANGE:
                Terms.Range.PrintNext(text, (PortRangeOption)setting.Value);
                break;
            case SocketOption.IP_MULTICAST_IF:
                Terms.Address.PrintNext(text, new Ipv4((uint)setting.Value));
                break;
            default:
                Value.PrintNext(text, setting.Value);
                break;
        }
    }

    /// <summary>The process is added by the row.</summary>
    public override Call.OnDescriptor Parse(Scanner scanner)
    {
        int fd = Terms.Fd.Parse(scanner);
        SocketOption option = Terms.Option.ParseNext(scanner);
        switch (option)
        {
            case SocketOption.IP_PORTRANGE:
                return new Call.SetSockOpt(0, fd, option, (int)Terms.Range.ParseNext(scanner));
            case SocketOption.IP_MULTICAST_IF:
                return new Call.SetSockOpt(0, fd, option, (int)Terms.Address.ParseNext(scanner).Value);
        }

        scanner.Take(',');
        if (option is not (SocketOption.IP_ADD_MEMBERSHIP or SocketOption.IP_DROP_MEMBERSHIP)
            || !scanner.Word.Contains('.'))
        {
            int first = Value.Parse(scanner);
            return scanner.At(',')
                ? new Call.SetSockOptPair(0, fd, option, first, Value.ParseNext(scanner))
                : new Call.SetSockOpt(0, fd, option, first);
        }

        Ipv4 group = Terms.Address.Parse(scanner);
        return new Call.SetSockOptGroup(0, fd, option, group, Terms.Address.ParseNext(scanner));
    }
}
