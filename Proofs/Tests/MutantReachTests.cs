using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>The proofs about code are strong enough: for every mutant of code that they read, one is refuted.</summary>
public sealed class MutantReachTests
{
    private static readonly Lazy<MutantReach> Reach = new(() => WorkingCopy.Reach(WorkingCopyProofs.All));

    private static readonly SharedRun<string, IReadOnlyList<string>> Reached = new(
        [
            .. WorkingCopy.Mutants.All
                .Where(mutant => mutant.ModelEdit is null || !mutant.CaughtBy.Proofs.IsEmpty)
                .Select(mutant => mutant.Name),
        ],
        name => [.. Reach.Value.Of(WorkingCopy.Mutants.ImageOf(name)).Select(proof => proof.Name)]);

    // What shows beyond the bounds of all harnesses alone: in larger machines, with several cards or none, with open
    // directories, owners and records of ktrace, in numbers, options and payloads that they do not vary, in flags of
    // files, in connect while it waits for another host, and in what a call that has slept finds when it continues.
    // The same holds of what sockets leave behind when they are closed, of three who wait for one thing, and of what
    // comes back from an interface; of cards that are down, routes that processes add, and what the table says of those
    // that it has had since boot; and of control data, names of local sockets and the clock, which no harness has
    // yet, and of options that are read as addresses or that only raw sockets have. The campaign and the small worlds
    // catch these.
    private static readonly string[] BeyondBounds =
    [
        "accept-ignores-error", "accept-keeps-error", "accepted-has-no-owner", "accepted-owner-unchecked",
        "accepts-nonblocking-later", "already-in-progress", "black-hole-on-a-card", "broadcast-cut",
        "broadcast-host-route-unmarked", "broadcast-not-looped", "broadcast-of-1501-bytes", "broadcast-of-any-card",
        "broadcast-of-first-card", "card-last-address", "card-read-in-prison", "child-table-as-large",
        "chroot-with-directory-open", "cloning-route-expires-at-boot", "collector-waits", "confinement-to-five-levels",
        "connection-shuts-not", "continue-leaves-prison", "control-limit-of-107", "control-not-counted",
        "control-not-in-buffer", "control-one-byte-short", "datagram-control-not-counted",
        "datagram-of-its-buffer-refused", "default-route-not-static", "descriptors-lost-in-third-growth",
        "destination-after-interface", "destination-is-bound-address", "dont-route-needs-route", "dont-route-sticks",
        "down-card-loses-its-addresses", "down-card-not-attached", "down-card-sends", "dup-from-below",
        "empty-buffer-cuts-nothing", "error-reads-twice", "everybody-is-twenty", "families-closed-by-a-byte",
        "families-closed-by-one-alone", "flags-not-inherited", "flags-without-callers", "fork-copies-forty",
        "fork-copies-twenty", "free-descriptor-of-one-word", "freed-file-keeps-rights", "gateway-rejects",
        "gateway-route-expires", "header-option-reads-1", "host-route-not-best", "host-route-to-any",
        "kill-of-group-is-everybody", "kill-of-group-is-its-leader", "largest-buffer-refused",
        "length-before-destination", "lock-released-silently", "long-name-delivered", "marks-of-the-listener",
        "membership-outlives-socket", "multicast-route-clones", "multicast-without-route", "name-connects-a-stream",
        "name-of-the-receiver", "next-record-not-enough", "node-kept-by-closed-socket", "node-remembers-closed-socket",
        "old-style-protocol", "only-last-referrer-told", "other-hosts-are-local", "owner-of-other-session",
        "owner-outlives-its-group", "owner-sees-prisons", "parent-traced-until-the-end", "path-of-five-parts",
        "payload-loses-last", "payload-of-seven", "peek-opens-descriptors", "permission-before-way",
        "pid-chain-first-alone", "pid-chain-third-missed", "pids-again-from-99", "pids-up-to-their-limit",
        "poll-after-the-reader", "poll-collision-lost", "poll-connection-unheard", "poll-only-first-entry-wakes",
        "poll-woken-by-what-it-did-not-ask", "prisoner-reads-socket-from-outside", "processes-counted-in-a-byte",
        "quota-user-of-16-bits", "raw-protocol-of-nine-bits", "raw-receive-space-sends", "raw-send-space-unchecked",
        "raw-space-one-more", "raw-time-to-live-64", "record-joined", "recorded-by-root-forgotten",
        "references-of-7-bits", "references-of-a-byte", "references-up-to-200", "reject-over-loopback-is-down",
        "sent-part-forgotten", "shutdown-keeps-receive-time", "shutdown-wakes-no-acceptor", "terminal-input-ends",
        "time-out-of-the-other-buffer", "time-out-with-a-tick-more", "timestamp-of-the-receiver",
        "traps-on-accept-of-detached", "udp-badsum-after-look-up", "udp-full-buffers-once", "udp-longest-of-ip",
        "udp-noport-of-broadcast", "udp-odd-byte-last", "udp-opackets-after-output", "udp-own-copies-not-counted",
        "udp-pseudo-header-without-length", "unanswered-forgets-shutdown", "unconnected-stream-waits",
        "user-signal-ignored", "wakeup-not-passed-on", "window-change-ends",
    ];

    [Fact]
    public void A_mutant_of_code_that_a_proof_reads_is_refuted_by_a_proof() =>
        WorkingCopy.Mutants.All
            .Where(mutant => mutant.CaughtBy.Proofs.IsEmpty && mutant.ModelEdit is null)
            .Select(mutant => mutant.Name)
            .Where(mutant => Of(mutant).Count > 0)
            .Order(StringComparer.Ordinal)
            .ShouldBe(BeyondBounds);

    [Fact]
    public void A_mutant_can_matter_to_the_proofs_that_read_its_code()
    {
        Of("reserved-1024").ShouldContain("ReservedPortProofs.Boundary");
        Of("reserved-1024").ShouldNotContain("HashBucketProofs.PortIsInTheTable");
        Of("sticky-ignored").ShouldBeEmpty();
    }

    // Includes static members of interfaces, and constructors that only new T() calls.
    [Fact]
    public void A_mutant_can_matter_to_each_proof_that_it_refutes() =>
        WorkingCopy.Mutants.All
            .Where(mutant => mutant.CaughtBy.Proofs.Length > 0)
            .SelectMany(mutant => mutant.CaughtBy.Proofs.Except(Of(mutant.Name)).Select(proof => $"{mutant}: {proof}"))
            .ShouldBeEmpty();

    // Otherwise each would be compiled alone, with the same results, but slowly.
    [Fact]
    public void Mutants_are_compiled_together() => WorkingCopy.Mutants.UnchangedTogether.ShouldNotBeNull();

    private static IReadOnlyList<string> Of(string mutant) => Reached.Of(mutant);
}
