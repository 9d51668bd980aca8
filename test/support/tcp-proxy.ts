/** A wire between a client and a server of this machine that a test can cut. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class TcpProxy {
  /** Where clients connect to. */
  readonly port: number;
  /** How often a connection was cut. */
  cuts = 0;
  readonly #server: Server;
  readonly #to: number;
  readonly #open = new Set<Socket>();
  #waiting: { readonly from: 'client' | 'server'; left: number; readonly thenRefuse: boolean } | undefined;

  private constructor(server: Server, to: number) {
    this.#server = server;
    this.#to = to;
    this.port = (server.address() as { port: number }).port;
    server.on('connection', (client) => this.#join(client));
  }

  /** @param to the server's port on the loopback address. */
  static async start(to: number): Promise<TcpProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(server, to);
  }

  /**
   * Cuts all connections, once, when so many more bytes have come from that side. What came before goes through.
   *
   * @param thenRefuse takes no new connections either, until `accept`
   */
  cutAfter(from: 'client' | 'server', bytes: number, thenRefuse = false): void {
    this.#waiting = { from, left: bytes, thenRefuse };
  }

  /** Cuts all connections and takes no new ones. */
  async refuse(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#cut();
    await closed;
  }

  /** Takes connections again, on the same port. */
  async accept(): Promise<void> {
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await this.refuse();
  }

  #join(client: Socket): void {
    const server = connect(this.#to, '127.0.0.1');
    for (const [from, to, side] of [
      [client, server, 'client'],
      [server, client, 'server'],
    ] as const) {
      this.#open.add(from);
      from.on('data', (bytes) => this.#pass(side, to, bytes as Buffer));
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
  }

  #pass(side: 'client' | 'server', to: Socket, bytes: Buffer): void {
    const waiting = this.#waiting;
    if (waiting === undefined || waiting.from !== side) {
      to.write(bytes);
      return;
    }
    if (bytes.length < waiting.left) {
      waiting.left -= bytes.length;
      to.write(bytes);
      return;
    }
    this.#waiting = undefined;
    if (waiting.thenRefuse) this.#server.close();
    // What goes through before the cut must arrive, or the place of the cut would be another.
    to.write(bytes.subarray(0, waiting.left), () => this.#cut());
  }

  #cut(): void {
    this.cuts++;
    for (const socket of this.#open) socket.destroy();
  }
}
