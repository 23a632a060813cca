using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Domains;

/// <summary>The domains that are registered, the newest first: uipc_domain.c.</summary>
internal sealed class DomainList
{
    private Domain? _newest;

    /// <summary>Registers a domain at boot: net_add_domain. A protocol of the old style is a panic (S7).</summary>
    public void Add(Domain domain)
    {
        (domain.Next, _newest) = (_newest, domain);
        for (int i = 0; i < domain.Protocols.Length; i++)
        {
            if (domain.Protocols[i] is null)
            {
                throw new KernelPanicException($"domaininit: {domain.Name}sw[{i}] has no usrreqs!");
            }
        }
    }

    /// <summary>
    /// The protocol for a domain, type and protocol number, where number 0 selects the default; null if there is none.
    /// </summary>
    public SocketProtocol? Find(AddressFamily family, SocketType type, Protocol number)
    {
        Domain? domain = _newest;
        while (domain is not null && domain.Family != family)
        {
            domain = domain.Next;
        }

        return number == Protocol.Default ? domain?.Find(type) : domain?.Find(type, number);
    }
}
